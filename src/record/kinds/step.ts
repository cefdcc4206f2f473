import { z } from 'zod';
import { kind } from '#record/kind.js';
import { Instant, StepId, StepOwnerHeld } from '#record/kinds/shapes.js';

/** The one next owned step. Its owner is the deal's unless it names somebody. */
export const stepOpened = kind({
  kind: 'step.opened',
  chain: 'record',
  content: z.object({
    step: StepId,
    what: z.string(),
    due: Instant.nullable(),
    /** The first buyer-visible step is what the clock measures. */
    isFirstAction: z.boolean(),
    owner: StepOwnerHeld.nullable().default(null),
  }),
  say: (c) => (c.owner?.name ? `Next: ${c.what}, by ${c.owner.name}.` : `Next: ${c.what}.`),
});

export const stepClosed = kind({
  kind: 'step.closed',
  chain: 'record',
  content: z.object({ step: StepId, how: z.enum(['done', 'replaced', 'ended']) }),
  say: (c) =>
    ({
      done: 'The step is done.',
      replaced: 'Another step took its place.',
      ended: 'The step ended with the deal.',
    })[c.how],
});
