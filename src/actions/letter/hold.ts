import { action } from '#actions/decision.js';
import type { OneLetter } from '#actions/letter/begin.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { letterState } from '#views/deal/letter.js';

export type ToHold = OneLetter & {
  /** The errands that would send it. */
  readonly errands: readonly string[];
};

/** A mail that waits is held, and one that did not go is let be. Its text stays either way. */
export const holdLetter = action<ToHold>({
  name: 'letter.hold',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, letter, errands }) => {
    const found = known.deal(deal).notebook.letters.find((each) => each.letter === letter);
    if (found === undefined) return refuse('letter.unknown', 'There is no such mail.');
    const state = letterState(found);
    if (found.isOnItsWay) return refuse('letter.gone', 'It is on its way, and cannot be called back.');
    if (state === 'went' || state === 'returned' || state === 'dropped')
      return refuse('letter.out', 'It is not waiting. There is nothing to hold.');
    return {
      appends: [{ to: notebookOf(deal), happening: { kind: 'letter.dropped', content: { letter } } }],
      cancels: errands,
      said: 'Held. Nothing went, and the text is kept here.',
      deal,
      undoable: false,
    };
  },
});
