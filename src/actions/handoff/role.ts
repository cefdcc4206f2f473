import { action } from '#actions/decision.js';
import { ROLE_WORDS, type Role } from '#domain/handoff.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { isSame } from '#views/deal/record-half.js';
import { lifeOf, peopleOf } from '#views/deal/state.js';

type ToOffer = {
  readonly deal: Id<'deal'>;
  readonly email: string | null;
  readonly name: string | null;
  readonly role: Role;
};

/** Offers a person of the partner a role; before the intro is taken it waits and nobody is told. */
export const offerRole = action<ToOffer>({
  name: 'handoff.role',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, email, name, role }) => {
    const state = known.deal(deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    const person = peopleOf(state).find((each) => isSame(each, { email, name }));
    if (person === undefined || person.side !== 'partner') {
      return refuse(
        'role.not-a-partner',
        'Roles are for the partner’s people. Put this person on the partner’s side first.',
      );
    }
    const content = { name: person.name, email: person.email, role };
    const said = `${person.name ?? person.email}: ${ROLE_WORDS[role]}.`;
    if (lifeOf(state) === 'taken')
      return { appends: [{ to: deal, happening: { kind: 'role.offered', content } }], said, deal };
    return { appends: [{ to: notebookOf(deal), happening: { kind: 'role.proposed', content } }], said, deal };
  },
});
