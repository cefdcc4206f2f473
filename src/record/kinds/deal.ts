import { z } from 'zod';
import { ENDINGS, FRICTIONS } from '#domain/deal.js';
import { kind } from '#record/kind.js';

export const dealClosed = kind({
  kind: 'deal.closed',
  chain: 'record',
  content: z.object({ as: z.enum(ENDINGS) }),
  say: (c) =>
    ({ won: 'The deal is won.', lost: 'The deal is lost.', 'not-pursued': 'The deal is not pursued.' })[c.as],
});

/** Why it ended stays with the host; where it died in the handoff, which friction it died of. */
export const dealReasoned = kind({
  kind: 'deal.reasoned',
  chain: 'notebook',
  content: z.object({ why: z.string(), friction: z.enum(FRICTIONS).nullable() }),
  say: (c) => `Why: ${c.why}`,
});

export const dealReopened = kind({
  kind: 'deal.reopened',
  chain: 'record',
  content: z.object({}),
  say: () => 'The deal is open again.',
});
