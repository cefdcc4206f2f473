import { Temporal } from 'temporal-polyfill';
import { sayDay, sayTime } from '#clocks/say.js';
import { timesWords } from '#domain/count-words.js';
import type { NOT_INTROS } from '#domain/intro.js';
import { LOOK_ALIKE } from '#domain/look-alike/look-alike.js';
import type { Person } from '#domain/party.js';
import type { ArrivalSummary } from '#views/arrival/save.store.js';
import { problemsOf } from '#views/arrival/state.js';
import type { Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import { isHeld, showLookAlike } from '#views/intake/look-alike.js';
import { showMailbox, showPerson } from '#views/person/show.js';

const VERDICTS: Record<(typeof NOT_INTROS)[number], string> = {
  newsletter: 'Newsletter',
  'out-of-office': 'Out of office',
  bounce: 'Bounce',
  'thanks-only': 'Thanks only',
  scheduling: 'Scheduling',
  'cold-pitch': 'Cold pitch',
  invoice: 'Invoice',
  internal: 'Internal',
  question: 'Question',
  spam: 'Spam',
  other: 'Not an intro',
};

// An intro that was read and has no deal: it came before anybody said which domains are the company's own.
const WAITS_FOR_DOMAINS =
  'It reads like an intro, and nobody’s side is known yet. Add your own domain in Settings, and it is read again.';

export type DealNamed = {
  readonly name: string;
  readonly owner: string | null;
  readonly backup: string | null;
};

/** One line of Intake: who, what, how it came, and why it was or was not taken. */
export function showArrival(viewing: Viewing, summary: ArrivalSummary, deal: DealNamed | null) {
  const { state } = summary;
  const zone = zoneFor(viewing.workspace, viewing.viewer);
  return {
    arrival: summary.arrival,
    at: summary.at,
    when: whenWords(summary.at, viewing.now, zone),
    sender: senderOf(viewing, summary),
    senderWords: state.received?.via === 'smtp' || state.read?.from ? 'sender not checked' : 'no sender',
    subject: subjectOf(summary),
    how: howWords(summary),
    group: groupOf(summary),
    verdict: verdictWords(summary),
    why: whyWords(summary, deal),
    alarm: alarmOf(summary),
    lookAlike: showLookAlike(viewing.workspace, summary.state),
    deal: state.deal,
    dealName: deal?.name ?? null,
  };
}

function senderOf(viewing: Viewing, { state }: ArrivalSummary) {
  const from = state.read?.from ?? state.received?.from ?? null;
  if (from !== null) return showMailbox(viewing.workspace, state.read?.people ?? [], from);
  const nobody: Person = { name: 'No sender', email: null, side: 'unknown', company: null, role: null };
  return showPerson(viewing.workspace, nobody);
}

function subjectOf({ state }: ArrivalSummary): string {
  const subject = state.read?.subject || state.received?.subject || '';
  return subject === '' ? 'No subject' : subject;
}

function howWords({ state }: ArrivalSummary): string {
  const first = state.received?.how ?? '';
  return state.deliveries.length > 1
    ? `${first}, and ${timesWords(state.deliveries.length - 1)} more: kept once`
    : first;
}

function groupOf({ box }: ArrivalSummary): 'needs-you' | 'taken' | 'not-taken' {
  if (box === 'taken' || box === 'note') return 'taken';
  return box === 'not-taken' ? 'not-taken' : 'needs-you';
}

function verdictWords({ state, box }: ArrivalSummary): string {
  if (state.word === 'not-an-intro') return 'Set aside';
  if (state.joinedAs === 'reply')
    return state.read?.whyNot ? `${VERDICTS[state.read.whyNot]}, kept with deal` : 'Kept with deal';
  if (state.deal !== null) return 'Intro';
  if (state.read === null) return 'Being read';
  if (isHeld(state)) return 'Held';
  if (state.read.verdict === 'unreadable') return 'Unreadable';
  if (state.word === 'intro' || state.read.verdict === 'intro') return 'Intro';
  return box === 'needs-you' && state.read.whyNot !== 'question'
    ? 'Unclear'
    : VERDICTS[state.read.whyNot ?? 'other'];
}

function whyWords({ state }: ArrivalSummary, deal: DealNamed | null): string {
  if (state.word === 'not-an-intro')
    return state.why === null || state.why === '' ? 'A person said that it is no intro.' : state.why;
  if (deal !== null && state.joinedAs === 'reply') return `Reply in the ${deal.name} thread.`;
  if (deal !== null) {
    const owner = deal.owner === null ? 'Nobody owns it' : `${deal.owner} owns it`;
    return `New deal. ${owner}${deal.backup === null ? '' : `, ${deal.backup} is backup`}.`;
  }
  if (isHeld(state)) return 'Sent from a domain that looks like a partner’s and is not.';
  if (state.read?.verdict === 'intro') return WAITS_FOR_DOMAINS;
  if (state.read?.verdict === 'unreadable')
    return state.read.problems[0]?.because ?? 'It cannot be read. It is kept as it came.';
  return state.read?.because ?? 'It is kept as it came. Baton reads it now.';
}

function alarmOf({ state }: ArrivalSummary): string | null {
  if (state.received?.twin !== null && state.received?.twin !== undefined) {
    return 'Another mail with the same Message-ID and other words came before. Both are kept; look before you trust this one.';
  }
  return problemsOf(state).find(({ code }) => code !== LOOK_ALIKE)?.because ?? null;
}

/** "08:47" today, "Thu 19:02" within the last week, "24 Nov" before. */
export function whenWords(at: string, now: string, zone: string): string {
  const moment = Temporal.Instant.from(at);
  const day = moment.toZonedDateTimeISO(zone).toPlainDate();
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const time = sayTime(moment, zone).split(' ')[0] ?? '';
  const days = day.until(today).days;
  if (days === 0) return time;
  const [weekday = '', ...date] = sayDay(day, today).split(' ');
  return days > 0 && days < 7 ? `${weekday} ${time}` : date.join(' ');
}
