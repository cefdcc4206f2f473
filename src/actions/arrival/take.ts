import { action } from '#actions/decision.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { lifeOf } from '#views/deal/state.js';

type Asked = {
  readonly arrival: Id<'arrival'>;
  /** The deal that was opened with it before, and declined or set aside since. */
  readonly deal: Id<'deal'> | null;
};

/** A person says that it is an intro, whatever the reader made of it; it is read again as one. */
export const takeArrival = action<Asked>({
  name: 'arrival.take',
  touches: ({ arrival, deal }) => ({ arrivals: [arrival], deals: deal === null ? [] : [deal] }),
  decide: (known, { arrival, deal }) => {
    const state = known.arrival(arrival);
    if (state.received === null) return refuse('arrival.unknown', 'There is no such arrival.');
    const isDeclined = deal !== null && lifeOf(known.deal(deal)) === 'declined';
    if (state.deal !== null && state.word !== 'not-an-intro' && !isDeclined) {
      return refuse('arrival.has-deal', 'It is with a deal already. Open the deal to go on.');
    }
    const reopened =
      deal !== null && isDeclined
        ? [{ to: notebookOf(deal), happening: { kind: 'intro.reopened' as const, content: {} } }]
        : [];
    return {
      appends: [{ to: arrival, happening: { kind: 'arrival.taken', content: {} } }, ...reopened],
      errands: [{ kind: 'read', subject: arrival }],
      said: 'Taken as an intro.',
      arrival,
      // The deal that is opened with it would stay: setting the arrival aside is the way back.
      undoable: false,
    };
  },
});
