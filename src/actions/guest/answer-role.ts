import { action } from '#actions/decision.js';
import { ROLE_WORDS } from '#domain/handoff.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { lifeOf } from '#views/deal/state.js';

type ToAnswer = {
  readonly deal: Id<'deal'>;
  readonly email: string;
  readonly answer: 'taken' | 'declined';
};

/** A person of the partner takes the role that was offered to them, or declines it. */
export const answerRole = action<ToAnswer>({
  name: 'guest.answer-role',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, email, answer }) => {
    const state = known.deal(deal);
    if (lifeOf(state) !== 'taken')
      return refuse('deal.closed', 'This deal is closed, so no role is asked for.');
    const offered = state.record.roles.find((each) => each.email === email);
    if (offered === undefined) return refuse('role.not-offered', 'No role was offered.');
    const given = state.record.answers.find((each) => each.email === email);
    if (given?.answer === answer) return refuse('role.answered', 'That is how it stands already.');
    const { name, role } = offered;
    return {
      appends: [{ to: deal, happening: { kind: 'role.answered', content: { name, email, role, answer } } }],
      said: answer === 'taken' ? `Yours: ${ROLE_WORDS[role]}.` : 'Declined.',
      deal,
      undoable: false,
    };
  },
});
