import { action } from '#actions/decision.js';
import { buyerFirst } from '#domain/buyer.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { buyerName, lifeOf } from '#views/deal/state.js';

/** Declines an intro with a reason. The reason stays with the host. */
export const declineIntro = action<{ readonly deal: Id<'deal'>; readonly why: string }>({
  name: 'intro.decline',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, why }) => {
    const state = known.deal(deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (lifeOf(state) === 'taken') {
      return refuse(
        'intro.taken',
        'It was taken, and the partner counts on it. It can be closed, not declined.',
      );
    }
    if (lifeOf(state) === 'declined') return refuse('intro.declined', 'It is declined already.');
    return {
      appends: [{ to: notebookOf(deal), happening: { kind: 'intro.declined', content: { why } } }],
      said: `${buyerFirst(buyerName(state))} is declined.`,
      deal,
    };
  },
});
