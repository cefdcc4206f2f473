import { action } from '#actions/decision.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import type { Subject } from '#domain/subject.js';
import type { Happening } from '#record/kinds/every.js';
import { lifeOf, peopleOf } from '#views/deal/state.js';

/** How long a guest's link opens, in days. A fresh one is one click away. */
const LASTS_DAYS = 14;

/** A link of their own for one person of the partner. One that they had before gives way to it. */
export const makeGuestLink = action<{ readonly deal: Id<'deal'>; readonly email: string }>({
  name: 'guest.link',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, email }, { now, mint }) => {
    const state = known.deal(deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    const life = lifeOf(state);
    if (life !== 'taken' && life !== 'closed')
      return refuse(
        'intro.not-taken',
        'Nobody has taken it yet, so there is no record to show. Take it first.',
      );
    const person = peopleOf(state).find((each) => each.email?.toLowerCase() === email.toLowerCase());
    if (person === undefined || person.side !== 'partner' || person.email === null)
      return refuse(
        'guest.not-a-partner',
        'A link is for the partner’s people. Put this person on the partner’s side first.',
      );
    const endsAt = new Date(Date.parse(now) + LASTS_DAYS * 86_400_000).toISOString();
    const older = state.record.links.filter((each) => each.email === person.email && each.revoked === null);
    const content = { link: mint('link'), name: person.name, email: person.email, endsAt };
    const happenings: Happening[] = [
      ...older.map(({ link }): Happening => ({ kind: 'link.revoked', content: { link, why: 'replaced' } })),
      { kind: 'link.made', content },
    ];
    return {
      appends: happenings.map((happening) => ({ to: deal as Subject, happening })),
      said: `${person.name ?? person.email} can see the record by a link of their own.`,
      deal,
      undoable: false,
    };
  },
});

type ToEnd = { readonly deal: Id<'deal'>; readonly link: Id<'link'>; readonly why: 'taken-back' | 'not-me' };

/** A link ends at once: taken back here, or by somebody who says that it is not theirs. */
export const endGuestLink = action<ToEnd>({
  name: 'guest.end-link',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, link, why }) => {
    const found = known.deal(deal).record.links.find((each) => each.link === link);
    if (found === undefined) return refuse('guest.unknown', 'There is no such link.');
    if (found.revoked !== null) return refuse('guest.ended', 'It has ended already.');
    return {
      appends: [{ to: deal, happening: { kind: 'link.revoked', content: { link, why } } }],
      said: why === 'not-me' ? 'This link has ended.' : `The link of ${found.name ?? found.email} has ended.`,
      deal,
      undoable: false,
    };
  },
});
