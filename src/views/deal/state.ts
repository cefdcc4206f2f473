import { NO_BUYER, NO_PARTNER } from '#domain/buyer.js';
import type { Id } from '#domain/id.js';
import type { Person, Side } from '#domain/party.js';
import type { NotebookHalf } from '#views/deal/notebook-half.js';
import { isSame, type RecordHalf } from '#views/deal/record-half.js';

/**
 * A deal as its two chains tell it. Each half is folded from its own chain alone, and everything else is
 * computed from both: so the order in which two servers wrote to the two chains changes nothing.
 */
export type DealState = {
  readonly deal: Id<'deal'>;
  readonly record: RecordHalf;
  readonly notebook: NotebookHalf;
};

export type Life = 'arrived' | 'taken' | 'declined' | 'closed';

export function lifeOf({ record, notebook }: DealState): Life {
  if (record.ended !== null) return 'closed';
  if (record.taken !== null) return 'taken';
  return notebook.declined !== null ? 'declined' : 'arrived';
}

/** Whoever is asked to make the next step; null is a state, and it alarms. */
export function ownerOf({ record, notebook }: DealState): Id<'person'> | null {
  return record.owner === null ? (notebook.owner?.owner ?? null) : record.owner.owner;
}

export function backupOf({ notebook }: DealState): Id<'person'> | null {
  return notebook.backup?.backup ?? null;
}

/** Whether the time to the first action is being measured. */
export function isClockRunning(state: DealState): boolean {
  const life = lifeOf(state);
  const { clock, settled, stopped } = state.notebook;
  return clock !== null && !settled && stopped === null && (life === 'arrived' || life === 'taken');
}

/** Everybody in the deal. A person's word on a side beats the reader's. */
export function peopleOf({ notebook }: DealState): readonly Person[] {
  const read = notebook.reading?.people ?? [];
  const known = read.map((person) => ({ ...person, side: sideOf(notebook, person) }));
  const further = notebook.replies.map((reply) => reply.from);
  return further.reduce<readonly Person[]>(
    (people, one) =>
      people.some((each) => isSame(each, one))
        ? people
        : [...people, { ...one, side: sideOf(notebook, one) }],
    known,
  );
}

function sideOf(notebook: NotebookHalf, person: Person): Side {
  return notebook.sides.find((each) => isSame(each, person))?.side ?? person.side;
}

/** The buyer's name, or null where nothing says it yet. */
export function namedBuyer({ record, notebook }: DealState): string | null {
  return (
    record.taken?.buyer ??
    correctedBuyer(notebook) ??
    notebook.reading?.buyer ??
    notebook.opened?.buyer ??
    null
  );
}

/** What a deal is called in a list or a title. A sentence calls it by `buyerCalled`. */
export function buyerName(state: DealState): string {
  return namedBuyer(state) ?? NO_BUYER;
}

// Longer words say who the buyer is; words as short as this are taken for the company's name.
const LONGEST_NAME = 60;

function correctedBuyer(notebook: NotebookHalf): string | null {
  const quote = notebook.corrections.find((each) => each.question === 'buyer')?.evidence?.quote.trim();
  return quote !== undefined && quote.length <= LONGEST_NAME && !/[.!?\n]/.test(quote) ? quote : null;
}

export function partnerName(state: DealState): string {
  const introducer = state.notebook.opened?.introducer;
  return state.record.taken?.partnerName ?? introducer?.company ?? introducer?.email ?? NO_PARTNER;
}

/** The roles of the partner's people: what was offered, else what will be. */
export function rolesOf({ record, notebook }: DealState) {
  const waiting = notebook.roles.filter((each) => !record.roles.some((offered) => isSame(offered, each)));
  return [...record.roles, ...waiting];
}
