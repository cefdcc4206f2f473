import { action } from '#actions/decision.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { lifeOf } from '#views/deal/state.js';

type Asked = { readonly arrival: Id<'arrival'>; readonly deal: Id<'deal'> | null; readonly why: string };

/** A person says that it is not an intro. What was opened with it and nobody took is declined with it. */
export const setAside = action<Asked>({
  name: 'arrival.set-aside',
  touches: ({ arrival, deal }) => ({ arrivals: [arrival], deals: deal === null ? [] : [deal] }),
  decide: (known, { arrival, deal, why }) => {
    const state = known.arrival(arrival);
    if (state.received === null) return refuse('arrival.unknown', 'There is no such arrival.');
    if (state.word === 'not-an-intro') return refuse('arrival.set-aside-already', 'It is set aside already.');
    const aside = { to: arrival, happening: { kind: 'arrival.set-aside' as const, content: { why } } };
    const said = 'Set aside. It is kept, and one key away.';
    if (deal === null || state.joinedAs !== 'intro') return { appends: [aside], said, arrival };
    const life = lifeOf(known.deal(deal));
    if (life === 'taken') {
      return refuse(
        'intro.taken',
        'Somebody took this intro, so it stands on the record that the partner shares.',
      );
    }
    const declined = {
      kind: 'intro.declined' as const,
      content: { why: why === '' ? 'Not an intro.' : why },
    };
    return { appends: [aside, { to: notebookOf(deal), happening: declined }], said, arrival, deal };
  },
});
