import { z } from '@hono/zod-openapi';
import { BatonRow } from '#contract/deal.js';
import { Instant } from '#contract/words.js';

export const Today = z
  .object({
    /** A finding, not a noun: "One intro has no owner, and it is due today." */
    title: z.string(),
    lead: z.string(),
    groups: z.array(
      z.object({
        key: z.enum(['nobody', 'track', 'you', 'others']),
        /** "With nobody", "With you", "With others". */
        name: z.string(),
        /** "ranked by risk of silence". */
        gloss: z.string(),
        rows: z.array(BatonRow),
      }),
    ),
    counts: z.object({ today: z.number(), intake: z.number(), deals: z.number(), alarms: z.number() }),
    /** Nothing has arrived yet: the page shows how to bring the first intro in. */
    firstRun: z.boolean(),
    /** What waits, said where it is missed: "No backup: you are the only person". */
    ready: z.array(
      z.object({
        key: z.string(),
        is: z.boolean(),
        words: z.string(),
        where: z.string().nullable(),
        action: z.string().nullable(),
      }),
    ),
    address: z.string(),
    listening: z.string(),
    now: Instant,
    zone: z.string(),
  })
  .openapi('Today');
export type Today = z.infer<typeof Today>;
