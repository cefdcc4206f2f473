import { Temporal } from 'temporal-polyfill';
import { sayMoment, sayTime } from '#clocks/say.js';
import { ROLE_WORDS } from '#domain/handoff.js';
import type { Side } from '#domain/party.js';
import { kindCalled } from '#record/kinds/every.js';
import { showBaton, type Viewing } from '#views/deal/baton.js';
import { showClock } from '#views/deal/clock.js';
import { showLanes, zoneFor } from '#views/deal/lanes.js';
import { endedOf, mayOf, offerOf } from '#views/deal/next.js';
import { showQuote } from '#views/deal/quote.js';
import { isSame } from '#views/deal/record-half.js';
import {
  backupOf,
  buyerName,
  type DealState,
  lifeOf,
  ownerOf,
  partnerName,
  peopleOf,
  rolesOf,
} from '#views/deal/state.js';
import { summaryOf } from '#views/deal/summary.js';
import type { Folded } from '#views/folded.js';
import { type Happened, undoneNumbers } from '#views/happened.js';
import { colleagueCalled, type PersonSeen, showPerson } from '#views/person/show.js';
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
    may: mayOf(state),
    offer: offerOf(viewing, state),
    ended: endedOf(state),
  };
}

function byTime(one: { at: string; number: number }, other: { at: string; number: number }): number {
  const apart = Date.parse(one.at) - Date.parse(other.at);
  return apart === 0 ? one.number - other.number : apart;
}

function linesOf(viewing: Viewing, state: DealState, folded: Folded, chain: 'record' | 'notebook') {
  const undone = undoneNumbers(folded.happened);
  const zone = zoneFor(viewing.workspace, viewing.viewer);
  return folded.happened.map((each, place) => {
    const { entry } = each;
    return {
      chain,
      number: entry.number,
      at: entry.occurredAt,
      when: shortWhen(entry.occurredAt, zone),
      ...whoDid(viewing, state, each),
      sentence: sentenceFor(viewing, each, folded.happened.slice(0, place)),
      quote: quoteOf(state, each),
      mail: mailOf(each),
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
  const guest = state.record.links.find((each) => each.link === entry.actor);
  if (guest !== undefined) return { who: guest.name ?? guest.email, side: 'partner' };
  const person = viewing.workspace.people.find((each) => each.id === entry.actor);
  return { who: person?.name ?? keyName(viewing, entry.actor), side: 'host' };
}

function keyName({ workspace }: Viewing, actor: string): string {
  if (actor === 'baton') return 'Baton';
  const key = workspace.keys.find((each) => each.id === actor);
  return key === undefined ? 'A key of the API' : `The key ${key.name}`;
}

function quoteOf(state: DealState, { kind, content }: Happened) {
  const lang = state.notebook.reading?.language ?? null;
  if (kind === 'answer.corrected' && content.evidence !== null)
    return showQuote(content.evidence, lang, null);
  if (kind === 'reply.joined') {
    const { arrival, first } = content;
    return {
      quote: first,
      arrival,
      part: '',
      start: 0,
      end: first.length,
      place: `mail ${arrival.slice(-4)}`,
      lang: null,
      mark: null,
    };
  }
  if (kind === 'findings.read') {
    const first = content.brief.whyNow[0] ?? content.brief.problem[0] ?? content.brief.buyer[0];
    return first === undefined ? null : showQuote(first, content.language, null);
  }
  return null;
}

// What a line shows of a mail is its first words or a quote; the whole of it is one click away.
function mailOf({ kind, content }: Happened): string | null {
  return kind === 'reply.joined' || kind === 'intro.opened' ? content.arrival : null;
}

/** The entry's own sentence, with what only a page can say: the time in the reader's zone, and that it was said before. */
function sentenceFor({ workspace }: Viewing, happened: Happened, before: readonly Happened[]): string {
  const { kind, content } = happened;
  const said = kindCalled(kind).say(content as never, namesIn(workspace));
  if (kind === 'intro.opened' && before.some((each) => each.kind === kind)) {
    return `Read again: ${content.buyer ?? 'a buyer who is not named'}, from ${content.introducer.company ?? 'a company that is not named'}.`;
  }
  if (kind !== 'clock.started') return said;
  const { dueAt, week } = content.clock;
  return `${said} It is due ${sayMoment(Temporal.Instant.from(dueAt), week.zone)}.`;
}

/** Everybody in the deal by side; owner and backup stand with the host, whether or not the mail names them. */
function bySide(viewing: Viewing, state: DealState) {
  const { workspace } = viewing;
  const companies = {
    host: workspace.company,
    partner: partnerName(state),
    buyer: buyerName(state),
    unknown: null,
  };
  return (['host', 'partner', 'buyer', 'unknown'] as const).flatMap((side) => {
    const read = peopleOf(state)
      .filter((each) => each.side === side)
      .map((each) => showPerson(workspace, each));
    const on =
      side === 'host' ? withCarriers(viewing, state, read) : read.map((each) => withRole(state, each));
    const company = companies[side] ?? on.find((each) => each.company !== null)?.company ?? null;
    return on.length === 0 ? [] : [{ side, company, people: on }];
  });
}

function withCarriers({ workspace }: Viewing, state: DealState, read: readonly PersonSeen[]): PersonSeen[] {
  const carriers = [
    { person: colleagueCalled(workspace, ownerOf(state)), role: 'owner' },
    { person: colleagueCalled(workspace, backupOf(state)), role: 'backup' },
  ].flatMap(({ person, role }) => (person === null ? [] : [{ ...person, role }]));
  return [...carriers, ...read.filter((each) => !carriers.some((one) => one.id === each.id))];
}

function withRole(state: DealState, person: PersonSeen): PersonSeen {
  const role = rolesOf(state).find((each) => isSame(each, person));
  return role === undefined ? person : { ...person, role: ROLE_WORDS[role.role] };
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
