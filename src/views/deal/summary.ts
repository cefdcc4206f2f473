import type { Id } from '#domain/id.js';
import type { Side } from '#domain/party.js';
import type { FindingHeld } from '#record/kinds/shapes.js';
import { type LetterRow, letterRows } from '#views/deal/letter-row.js';
import {
  backupOf,
  buyerName,
  type DealState,
  isClockRunning,
  type Life,
  lifeOf,
  ownerOf,
  partnerName,
  peopleOf,
} from '#views/deal/state.js';
import { stepWords } from '#views/deal/step.js';

/** Something that the other side could see, at its time. */
export type Pass = {
  readonly at: string;
  readonly side: 'host' | 'partner' | 'buyer';
  readonly what: 'intro' | 'owner' | 'taken' | 'reply' | 'action';
  readonly who: string | null;
};

/** A deal in a list: all that a row needs but the time of day. Saved, and thrown away on a rebuild. */
export type DealSummary = {
  readonly deal: Id<'deal'>;
  readonly name: string;
  readonly partner: string;
  readonly life: Life;
  readonly owner: Id<'person'> | null;
  readonly backup: Id<'person'> | null;
  readonly introAt: string;
  readonly what: string;
  readonly quote: Pick<FindingHeld, 'arrival' | 'part' | 'start' | 'end' | 'quote'> | null;
  readonly language: string | null;
  /** The one open step after the first action; null before it, and where the baton is on the track. */
  readonly step: {
    readonly dueAt: string | null;
    readonly openedAt: string;
    readonly side: Side;
    readonly person: Id<'person'> | null;
    readonly name: string | null;
  } | null;
  /** The working time until the first action, in minutes, once it was made. */
  readonly usedMinutes: number | null;
  readonly ended: 'won' | 'lost' | 'not-pursued' | null;
  readonly clock: NonNullable<DealState['notebook']['clock']>['clock'] | null;
  readonly asks: boolean;
  readonly rang: readonly string[];
  readonly passes: readonly Pass[];
  readonly ringAt: string | null;
  /** Mails of ours that are not out yet or need somebody, and the newest that went. */
  readonly letters: readonly LetterRow[];
};

export function summaryOf(state: DealState): DealSummary {
  const { record, notebook } = state;
  const running = isClockRunning(state);
  const clock = running ? (notebook.clock?.clock ?? null) : null;
  const first = stepWords(state);
  const step = openStepOf(state);
  return {
    deal: state.deal,
    name: buyerName(state),
    partner: partnerName(state),
    life: lifeOf(state),
    owner: ownerOf(state),
    backup: backupOf(state),
    introAt: notebook.opened?.introAt ?? '1970-01-01T00:00:00Z',
    what: step === null ? first.what : (record.step?.what ?? first.what),
    quote: step === null && record.actions.length === 0 ? first.quote : null,
    language: notebook.reading?.language ?? null,
    step,
    usedMinutes: notebook.stopped?.usedMinutes ?? null,
    ended: record.ended?.as ?? null,
    clock,
    asks: notebook.asked !== null && !notebook.settled && record.actions.length === 0,
    rang: notebook.rang,
    passes: passesOf(state),
    letters: letterRows(notebook.letters),
    ringAt: clock === null ? null : nextRing(clock, notebook.rang),
  };
}

function openStepOf({ record }: DealState): DealSummary['step'] {
  const open = record.step;
  if (open === null || open.isFirstAction || record.ended !== null) return null;
  const { owner, due, openedAt } = open;
  return {
    dueAt: due,
    openedAt,
    side: owner?.side ?? 'host',
    person: owner === null ? (record.owner?.owner ?? null) : owner.person,
    name: owner === null ? (record.owner?.name ?? null) : (owner.name ?? owner.email),
  };
}

function nextRing(clock: NonNullable<DealSummary['clock']>, rang: readonly string[]): string | null {
  const waiting = [
    { rule: 'half', at: clock.halfAt },
    { rule: 'hour', at: clock.hourAt },
    { rule: 'broken', at: clock.dueAt },
  ].filter((each) => each.at !== null && !rang.includes(each.rule));
  return waiting[0]?.at ?? null;
}

function passesOf(state: DealState): readonly Pass[] {
  const { record, notebook } = state;
  const passes: Pass[] = [];
  const introducer = notebook.opened?.introducer;
  if (notebook.opened !== null) {
    passes.push({
      at: notebook.opened.introAt,
      side: 'partner',
      what: 'intro',
      who: introducer?.person ?? null,
    });
  }
  if (record.takenAt !== null)
    passes.push({ at: record.takenAt, side: 'host', what: 'taken', who: ownerOf(state) });
  else if (notebook.ownerAt !== null && ownerOf(state) !== null) {
    passes.push({ at: notebook.ownerAt, side: 'host', what: 'owner', who: ownerOf(state) });
  }
  for (const action of record.actions)
    passes.push({ at: action.at, side: 'host', what: 'action', who: action.name });
  const people = peopleOf(state);
  // What a machine answers moves no baton.
  const written = notebook.replies.filter(({ whyNot }) => whyNot !== 'out-of-office' && whyNot !== 'bounce');
  for (const reply of written) {
    const side = people.find((each) => each.email === reply.from.email)?.side ?? reply.from.side;
    if (side !== 'unknown')
      passes.push({ at: reply.at, side, what: 'reply', who: reply.from.name ?? reply.from.email });
  }
  return passes.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
