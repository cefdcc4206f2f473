import { z } from 'zod';
import { kind } from '#record/kind.js';
import { ArrivalId, HowKnown, Instant, LetterId, PersonId } from '#record/kinds/shapes.js';

/** Something of ours that the buyer can see. The first of them is what the clock measures. */
export const actionMade = kind({
  kind: 'action.made',
  chain: 'record',
  content: z.object({
    isFirst: z.boolean(),
    how: HowKnown,
    by: PersonId.nullable(),
    name: z.string().nullable(),
    to: z.array(z.object({ name: z.string().nullable(), email: z.string().nullable() })),
  }),
  say: (c) => {
    const to = c.to.map((each) => each.name ?? each.email ?? 'somebody').join(', ');
    const wrote = `${c.name ?? 'Somebody'} wrote to ${to === '' ? 'the buyer' : to}`;
    return c.how === 'own-word' ? `${wrote}, by their own word.` : `${wrote}.`;
  },
});

/** It did not reach the buyer after all: what it came back with stays with the host. */
export const actionReturned = kind({
  kind: 'action.returned',
  chain: 'record',
  content: z.object({}),
  say: () => 'The mail to the buyer came back, so the buyer has seen nothing yet.',
});

/** The first-action clock stopped, at this and at nothing weaker. */
export const clockStopped = kind({
  kind: 'clock.stopped',
  chain: 'notebook',
  content: z.object({
    how: HowKnown,
    at: Instant,
    /** Working time that was used, in minutes; null where no clock ran. */
    usedMinutes: z.number().nullable(),
    letter: LetterId.nullable(),
    arrival: ArrivalId.nullable(),
  }),
  say: (c) =>
    ({
      sent: 'The clock stopped: the mail server took the mail to the buyer.',
      'own-word': 'The clock stopped, by the word of whoever wrote to the buyer.',
      seen: 'The clock stopped: the mail to the buyer was seen here.',
    })[c.how],
});
