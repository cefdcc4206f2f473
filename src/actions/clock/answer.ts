import { action } from '#actions/decision.js';
import { clockIn } from '#actions/intro/owned.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { ownerOf } from '#views/deal/state.js';

type ToAnswer = { readonly deal: Id<'deal'>; readonly answer: 'start' | 'already-handled' };

/** An old intro asks: start the clock now, or was the first action made before the mail came here? */
export const answerClock = action<ToAnswer>({
  name: 'clock.answer',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, answer }, { now }) => {
    const state = known.deal(deal);
    if (state.notebook.asked === null) return refuse('clock.not-asked', 'No clock waits for an answer here.');
    const notebook = notebookOf(deal);
    if (answer === 'start') {
      const happening = clockIn(known.workspace, ownerOf(state), now, 'answered');
      return { appends: [{ to: notebook, happening }], said: 'The clock runs from now.', deal };
    }
    return {
      appends: [{ to: notebook, happening: { kind: 'clock.settled', content: { answer } } }],
      said: 'Noted as already handled. No clock runs.',
      deal,
    };
  },
});
