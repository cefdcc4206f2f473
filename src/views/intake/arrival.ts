import { Temporal } from 'temporal-polyfill';
import { sayMoment } from '#clocks/say.js';
import { timesWords } from '#domain/count-words.js';
import type { ArrivalSummary } from '#views/arrival/save.store.js';
import { problemsOf } from '#views/arrival/state.js';
import type { Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import { showQuote } from '#views/deal/quote.js';
import { isHeld } from '#views/intake/look-alike.js';
import { type MailTexts, showMail } from '#views/intake/mail.js';
import { type DealNamed, showArrival } from '#views/intake/row.js';
import { showPerson } from '#views/person/show.js';

const SIDES = { host: 'Your side', partner: 'Partner', buyer: 'Buyer', unknown: 'Side not known' } as const;

/** One arrival: what it was taken for and why, who is who, and how it is kept. */
export function arrivalPage(
  viewing: Viewing,
  summary: ArrivalSummary,
  deal: DealNamed | null,
  texts: MailTexts | null,
) {
  const { state } = summary;
  const { read } = state;
  const people = read?.people ?? [];
  return {
    row: showArrival(viewing, summary, deal),
    title: titleOf(summary),
    cameWords: sayMoment(
      Temporal.Instant.from(summary.at),
      zoneFor(viewing.workspace, viewing.viewer),
      Temporal.Instant.from(viewing.now),
    ),
    reasons: reasonsOf(summary),
    sides: (['partner', 'buyer', 'host', 'unknown'] as const).flatMap((side) => {
      const on = people
        .filter((each) => each.side === side)
        .map((each) => showPerson(viewing.workspace, each));
      return on.length === 0 ? [] : [{ side: SIDES[side], people: on }];
    }),
    kept: {
      bytes: state.received?.bytes ?? 0,
      sha256: state.received?.sha256 ?? '',
      words: keptWords(viewing, summary),
      deliveries: state.deliveries.map((each) => ({ ...each })),
    },
    problems: problemsOf(state).map((each) => ({ ...each })),
    mail: texts === null ? null : showMail(viewing, summary.arrival, state, people, texts, []),
    may: {
      takeAsIntro: read !== null && (state.deal === null || state.word === 'not-an-intro'),
      setAside: state.received !== null && state.word !== 'not-an-intro' && state.joinedAs !== 'reply',
      openDeal: state.deal !== null && state.word !== 'not-an-intro',
    },
  };
}

function titleOf({ state }: ArrivalSummary): string {
  if (state.word === 'not-an-intro') return 'Set aside by a person';
  if (state.joinedAs === 'reply') return 'Kept with its deal, because';
  if (state.deal !== null || state.word === 'intro') return 'Taken as an intro, because';
  if (state.read === null) return 'Kept, and being read';
  if (isHeld(state)) return 'Held, because';
  if (state.read.verdict === 'unreadable') return 'Kept, and it cannot be read';
  return 'Not taken, because';
}

function reasonsOf({ state }: ArrivalSummary) {
  const read = state.read;
  if (read === null) return [];
  const quoted = read.reasons
    .filter((each) => each.findings.length > 0)
    .map(({ label, findings }) => ({
      label,
      quotes: findings.map((each) => showQuote(each, read.language, null)),
      words: null as string | null,
    }));
  return [...quoted, { label: quoted.length === 0 ? 'Why' : 'In short', quotes: [], words: read.because }];
}

function keptWords(viewing: Viewing, { state }: ArrivalSummary): string {
  const bytes = (state.received?.bytes ?? 0).toLocaleString('en');
  const zone = zoneFor(viewing.workspace, viewing.viewer);
  const now = Temporal.Instant.from(viewing.now);
  const came = state.deliveries.map(
    (each) => `${each.how}, ${sayMoment(Temporal.Instant.from(each.at), zone, now)}`,
  );
  if (came.length <= 1) return `${bytes} bytes as they came, once. ${came[0] ?? ''}`.trim();
  return `${bytes} bytes as they came, once. It arrived ${timesWords(came.length)}: ${came.join('; ')}.`;
}
