import { z } from '@hono/zod-openapi';
import { Side } from '#contract/words.js';
import { ENDINGS, FRICTIONS } from '#domain/deal.js';

export const OpenStep = z
  .strictObject({
    what: z.string().trim().min(1, 'A step says what is to be done.').max(200),
    /** An instant, or a plain day: then it is due at the end of the owner's working day. */
    due: z.union(
      [z.iso.datetime({ offset: true }), z.iso.date()],
      'A step is due on a day, such as 2026-03-13.',
    ),
    /** Null is whoever owns the deal. */
    owner: z
      .strictObject({
        side: Side,
        person: z.string().nullable(),
        name: z.string().max(200).nullable(),
        email: z.string().max(320).nullable(),
      })
      .nullable()
      .default(null),
  })
  .openapi('OpenStep');

export const CloseDeal = z
  .strictObject({
    as: z.enum(ENDINGS),
    why: z.string().trim().min(1, 'Say why, in a few words.').max(500),
    friction: z.enum(FRICTIONS).nullable().default(null),
  })
  .openapi('CloseDeal');

export const ConfirmSeen = z.strictObject({ arrival: z.string() }).openapi('ConfirmSeen');
