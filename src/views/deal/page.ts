import { Temporal } from 'temporal-polyfill';
import { sayTime } from '#clocks/say.js';
import type { Person, Side } from '#domain/party.js';
import { kindCalled } from '#record/kinds/every.js';
import { showBaton, type Viewing } from '#views/deal/baton.js';
import { showClock } from '#views/deal/clock.js';
import { showLanes, zoneFor } from '#views/deal/lanes.js';
import { showQuote } from '#views/deal/quote.js';
import { buyerName, type DealState, lifeOf, partnerName, peopleOf } from '#views/deal/state.js';
import { summaryOf } from '#views/deal/summary.js';
import type { Folded } from '#views/folded.js';
import { type Happened, undoneNumbers } from '#views/happened.js';
import { showPerson } from '#views/person/show.js';
import { namesIn } from '#views/workspace/names.js';

/** The deal: who has the baton, the lanes, the record as sentences in order of time, and people by side. */
export function dealPage(
  viewing: Viewing,
  state: DealState,
  chains: { record: Folded; notebook: Folded },
  checkedAt: string | null,
) {
  const summary = summaryOf(state);
  const { workspace, now } = viewing;
  const zone = zoneFor(workspace, viewing.viewer);
  const clock = showClock(workspace, summary, now);
  const life = lifeOf(state);
  const entries = [
    ...linesOf(viewing, state, chains.record, 'record'),
    ...linesOf(viewing, state, chains.notebook, 'notebook'),
  ];
  const count = chains.record.head.number + chains.notebook.head.number;
  return {
    deal: state.deal,
    name: buyerName(state),
    partnerName: partnerName(state),
    crumb: `Deal · ${motionWords(state)}introduced by ${introducerWords(state)}`,
    state: life,
    baton: showBaton(viewing, summary),
    lanes: showLanes({ workspace, zone, now }, summary, clock.state),
    recordWords: `sealed, ${count} entries${checkedAt === null ? '' : `, last signed ${sayTime(Temporal.Instant.from(checkedAt), zone)}`}`,
    entries: entries.sort(byTime),
    people: bySide(viewing, state),
    may: { take: life === 'arrived', decline: life === 'arrived' },
  };
}

function byTime(one: { at: string; number: number }, other: { at: string; number: number }): number {
  const apart = Date.parse(one.at) - Date.parse(other.at);
  return apart === 0 ? one.number - other.number : apart;
}

function linesOf(viewing: Viewing, state: DealState, folded: Folded, chain: 'record' | 'notebook') {
  const undone = undoneNumbers(folded.happened);
  const zone = zoneFor(viewing.workspace, viewing.viewer);
  return folded.happened.map((each) => {
    const { entry } = each;
    return {
      chain,
      number: entry.number,
      at: entry.occurredAt,
      when: shortWhen(entry.occurredAt, zone),
      ...whoDid(viewing, state, each),
      sentence: kindCalled(each.kind).say(each.content as never, namesIn(viewing.workspace)),
      quote: quoteOf(state, each),
      hostOnly: chain === 'notebook',
      seal: Buffer.from(entry.seal).toString('hex').slice(0, 8),
      undone: undone.has(entry.number),
    };
  });
}

// An intro was the partner's and a reply its writer's; everything else was done by whoever wrote the entry.
function whoDid(
  viewing: Viewing,
  state: DealState,
  { kind, content, entry }: Happened,
): { who: string; side: Side } {
  if (kind === 'intro.opened')
    return { who: content.introducer.person ?? content.introducer.email ?? 'Somebody', side: 'partner' };
  if (kind === 'reply.joined') {
    const known = peopleOf(state).find((each) => each.email === content.from.email);
    return {
      who: content.from.name ?? content.from.email ?? 'Somebody',
      side: known?.side ?? content.from.side,
    };
  }
  const person = viewing.workspace.people.find((each) => each.id === entry.actor);
  return { who: person?.name ?? (entry.actor === 'baton' ? 'Baton' : 'A key of the API'), side: 'host' };
}

function quoteOf(state: DealState, { kind, content }: Happened) {
  const lang = state.notebook.reading?.language ?? null;
  if (kind === 'answer.corrected' && content.evidence !== null)
    return showQuote(content.evidence, lang, null);
  if (kind === 'findings.read') {
    const first = content.brief.whyNow[0] ?? content.brief.problem[0] ?? content.brief.buyer[0];
    return first === undefined ? null : showQuote(first, content.language, null);
  }
  return null;
}

function bySide(viewing: Viewing, state: DealState) {
  const people = peopleOf(state);
  const company = (side: Side, on: readonly Person[]) =>
    ({
      host: viewing.workspace.company,
      partner: partnerName(state),
      buyer: buyerName(state),
      unknown: null,
    })[side] ??
    on.find((each) => each.company !== null)?.company ??
    null;
  return (['host', 'partner', 'buyer', 'unknown'] as const).flatMap((side) => {
    const on = people.filter((each) => each.side === side);
    return on.length === 0
      ? []
      : [{ side, company: company(side, on), people: on.map((each) => showPerson(viewing.workspace, each)) }];
  });
}

function motionWords(state: DealState): string {
  const motion = state.record.taken?.motion ?? state.notebook.reading?.motion ?? 'unclear';
  return motion === 'unclear' ? '' : `${motion} · `;
}

function introducerWords(state: DealState): string {
  const introducer = state.notebook.opened?.introducer;
  const company = partnerName(state);
  return introducer?.person ? `${introducer.person}, ${company}` : company;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function shortWhen(at: string, zone: string): string {
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return `${moment.day} ${MONTHS[moment.month - 1]} ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
