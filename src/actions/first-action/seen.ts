import { action } from '#actions/decision.js';
import { actionMade } from '#actions/first-action/made.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { seenMails } from '#views/deal/seen.js';
import { lifeOf } from '#views/deal/state.js';

export type ToConfirm = { readonly deal: Id<'deal'>; readonly arrival: Id<'arrival'> };

/**
 * A colleague's mail to the buyer came here as a copy, and a person says that it is the first action. Until
 * senders are authenticated anybody could have written it, so it stops no clock by itself.
 */
export const confirmSeen = action<ToConfirm>({
  name: 'first-action.seen',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, arrival }) => {
    const state = known.deal(deal);
    if (lifeOf(state) === 'arrived')
      return refuse('intro.not-taken', 'Nobody has taken it yet. Take it first, then confirm the mail.');
    if (lifeOf(state) !== 'taken') return refuse('deal.closed', 'It is closed. Open it again first.');
    if (state.record.actions.length > 0)
      return refuse('first-action.made', 'The first action stands in the record already.');
    const seen = seenMails(state).find((each) => each.arrival === arrival);
    if (seen === undefined)
      return refuse('first-action.not-seen', 'That is no mail of a colleague to the buyer.');
    const author = known.workspace.people.find((each) => each.email === seen.from.email?.toLowerCase());
    const made = {
      how: 'seen' as const,
      at: seen.at,
      by: author?.id ?? null,
      to: seen.buyers,
      letter: null,
      arrival,
    };
    return {
      appends: actionMade(known, state, made),
      said: 'Confirmed: the buyer has heard from you. What is the next step?',
      deal,
    };
  },
});
