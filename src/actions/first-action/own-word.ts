import { action } from '#actions/decision.js';
import { actionMade } from '#actions/first-action/made.js';
import { buyerCalled } from '#domain/buyer.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { buyerName, lifeOf, peopleOf } from '#views/deal/state.js';

/** "I sent it": kept as the word of whoever says so, and not as something that was seen. */
export const ownWord = action<{ readonly deal: Id<'deal'>; readonly by: Id<'person'> }>({
  name: 'first-action.own-word',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, by }, { now }) => {
    const state = known.deal(deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (lifeOf(state) === 'arrived')
      return refuse('intro.not-taken', 'Nobody has taken it yet. Take it first, then say that you wrote.');
    if (lifeOf(state) !== 'taken') return refuse('deal.closed', 'It is closed. Open it again first.');
    if (state.record.actions.length > 0)
      return refuse('first-action.made', 'The first action stands in the record already.');
    const to = peopleOf(state).filter((each) => each.side === 'buyer');
    return {
      appends: actionMade(known, state, { how: 'own-word', at: now, by, to, letter: null, arrival: null }),
      said: `Noted, by your word: you wrote to ${to[0]?.name ?? buyerCalled(buyerName(state))}. What is the next step?`,
      deal,
    };
  },
});
