import { action } from '#actions/decision.js';
import { actionMade } from '#actions/first-action/made.js';
import type { OneLetter } from '#actions/letter/begin.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { letterState } from '#views/deal/letter.js';

/** Whether a mail arrived whose outcome nobody could know from here, by a person's word. */
export const settleLetter = action<OneLetter & { readonly arrived: boolean; readonly by: Id<'person'> }>({
  name: 'letter.settle',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, letter, arrived, by }, { now }) => {
    const state = known.deal(deal);
    const found = state.notebook.letters.find((each) => each.letter === letter);
    if (found === undefined) return refuse('letter.unknown', 'There is no such mail.');
    if (letterState(found) !== 'unknown')
      return refuse('letter.known', 'What became of it is known already. Nothing was changed.');
    const settled = {
      to: notebookOf(deal),
      happening: { kind: 'letter.settled' as const, content: { letter, arrived } },
    };
    const isAction = arrived && found.purpose === 'follow-up' && state.record.actions.length === 0;
    const to = found.to.map(({ name, address }) => ({ name, email: address }));
    const made = { how: 'own-word' as const, at: now, by, to, letter, arrival: null };
    return {
      appends: [settled, ...(isAction ? actionMade(known, state, made) : [])],
      said: arrived ? 'Noted: it arrived.' : 'Noted: it did not arrive. The text is kept here.',
      deal,
    };
  },
});
