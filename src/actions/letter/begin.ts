import { action } from '#actions/decision.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { letterState } from '#views/deal/letter.js';

export type OneLetter = { readonly deal: Id<'deal'>; readonly letter: Id<'letter'> };

/** An attempt begins. It is written before the first byte goes, so that a server that dies leaves a trace. */
export const beginLetter = action<OneLetter>({
  name: 'letter.begin',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, letter }) => {
    const found = known.deal(deal).notebook.letters.find((each) => each.letter === letter);
    if (found === undefined) return refuse('letter.unknown', 'It was taken back, or never was.');
    const state = letterState(found);
    if (state !== 'going' && state !== 'waits')
      return refuse('letter.ended', 'What was to become of it is known already.');
    const content = { letter, attempt: found.attempts + 1 };
    return {
      appends: [{ to: notebookOf(deal), happening: { kind: 'letter.begun', content } }],
      said: 'It is being sent.',
      deal,
      undoable: false,
    };
  },
});
