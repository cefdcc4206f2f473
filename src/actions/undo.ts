import { action, type ErrandWanted } from '#actions/decision.js';
import { SETTLE } from '#actions/settings/settle.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { dealOf, type Subject } from '#domain/subject.js';
import { chainOf } from '#record/chain.js';
import type { Happening } from '#record/kinds/every.js';
import type { Answer } from '#record/operation.js';
import type { Happened } from '#views/happened.js';
import type { Known } from '#views/known.js';

/** How long a key can be taken back, in milliseconds. The screen offers it for ten seconds; a slow line has more. */
export const UNDO_WITHIN = 60_000;

/**
 * Takes an operation back: its entries stay and are read as not having happened, and its errands that still
 * wait are cancelled. Refused once somebody else's entry stands after it, since that may rest on it.
 */
export const undo = action<{ readonly done: Answer }>({
  name: 'undo',
  touches: ({ done }) => ({
    arrivals: done.entries
      .map((each) => each.subject)
      .filter((each): each is Id<'arrival'> => each.startsWith('arrival_')),
    deals: [...new Set(done.entries.map((each) => dealOf(each.subject)).filter((each) => each !== null))],
    workspace: done.entries.some((each) => each.subject === 'workspace'),
  }),
  decide: (known, { done }, { now, actor }) => {
    if (!done.undoable) return refuse('undo.never', 'This cannot be taken back.');
    if (done.actor !== actor) return refuse('undo.not-yours', 'Only whoever did it can take it back.');
    if (Date.parse(now) - Date.parse(done.at) > UNDO_WITHIN) {
      return refuse('undo.too-late', 'It is too late to take this back. Change it instead.');
    }
    for (const { subject, numbers } of done.entries) {
      const { happened } = known.chain(subject);
      if (hasLeft(happened, numbers))
        return refuse('letter.gone', 'It is on its way, and cannot be called back.');
      if (happened.some((each) => 'numbers' in each.content && each.content.operation === done.operation)) {
        return refuse('undo.already', 'It was taken back already.');
      }
      const last = Math.max(...numbers);
      const after = happened.find((each) => each.entry.number > last && each.entry.actor !== 'baton');
      if (after !== undefined) {
        return refuse('undo.something-after', 'Something was done after it, so it stays. Change it instead.');
      }
    }
    return {
      appends: done.entries.map(({ subject, numbers }) => ({
        to: subject,
        happening: undone(subject, { numbers: [...numbers], operation: done.operation }),
      })),
      cancels: done.errands,
      errands: [
        ...(done.entries.some((each) => each.subject === 'workspace') ? SETTLE : []),
        ...readAgain(known, done),
      ],
      said: 'Taken back.',
      ...(done.deal === null ? {} : { deal: done.deal }),
      ...(done.arrival === null ? {} : { arrival: done.arrival }),
      undoable: false,
    };
  },
});

function hasLeft(happened: readonly Happened[], numbers: readonly number[]): boolean {
  const letters = happened.flatMap((each) =>
    (each.kind === 'letter.let-go' || each.kind === 'invitation.let-go') &&
    numbers.includes(each.entry.number)
      ? [each.content.letter]
      : [],
  );
  return happened.some(
    (each) =>
      (each.kind === 'letter.begun' || each.kind === 'invitation.begun') &&
      letters.includes(each.content.letter),
  );
}

// The mail may have been read on the side that is taken back now; what hung on it is derived again.
function readAgain(known: Known, done: Answer): readonly ErrandWanted[] {
  return done.entries.flatMap(({ subject, numbers }) => {
    const { happened } = known.chain(subject);
    const deal = dealOf(subject);
    const wasSide = happened.some(
      (each) => each.kind === 'side.corrected' && numbers.includes(each.entry.number),
    );
    const opened = wasSide && deal !== null ? known.deal(deal).notebook.opened : null;
    return opened === null ? [] : [{ kind: 'read', subject: opened.arrival }];
  });
}

function undone(subject: Subject, content: { numbers: number[]; operation: string }): Happening {
  switch (chainOf(subject)) {
    case 'workspace':
      return { kind: 'workspace.undone', content };
    case 'arrival':
      return { kind: 'arrival.undone', content };
    case 'record':
      return { kind: 'record.undone', content };
    case 'notebook':
      return { kind: 'notebook.undone', content };
  }
}
