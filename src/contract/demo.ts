import { z } from '@hono/zod-openapi';
import { Instant } from '#contract/words.js';

/** How far the demo's clock can be moved on. */
export const MoveTo = z.enum(['1h', 'next-due', 'tomorrow-09:00']).openapi('MoveTo');
export type MoveTo = z.infer<typeof MoveTo>;
export const MoveOn = z.strictObject({ to: MoveTo }).openapi('MoveOn');
export const LookAs = z.strictObject({ who: z.string().min(1).max(40) }).openapi('LookAs');

export const DemoReply = z
  .strictObject({ mail: z.string().min(1), words: z.string().trim().min(1).max(5000) })
  .openapi('DemoReply');

/** What the strip on top of every demo page shows. */
export const DemoStrip = z
  .object({
    looks: z.array(
      z.object({
        who: z.string(),
        name: z.string(),
        /** "Account executive at Northbeam". */
        words: z.string(),
        isYou: z.boolean(),
        /** A page of their own that opens without signing in, or null for those who sign in. */
        page: z.string().nullable(),
      }),
    ),
    moves: z.array(z.object({ to: MoveTo, words: z.string(), whyNot: z.string().nullable() })),
    /** "Fri 6 Mar, 08:52 ET". */
    nowWords: z.string(),
    mails: z.number().int(),
    now: Instant,
  })
  .openapi('DemoStrip');
export type DemoStrip = z.infer<typeof DemoStrip>;

/** The demo's answer to a key of its strip: what was done, and where to go on. */
export const DemoDone = z
  .object({ said: z.string(), where: z.string().nullable(), now: Instant })
  .openapi('DemoDone');
export type DemoDone = z.infer<typeof DemoDone>;

const Box = z.object({
  name: z.string(),
  email: z.string(),
  side: z.enum(['host', 'partner', 'buyer', 'unknown']),
});

/** The mails that would have gone out, the newest first. */
export const DemoMails = z
  .object({
    /** "What Harbor Mutual and Cobalt Ridge would have received. Nobody did." */
    lead: z.string(),
    companies: z.array(z.object({ name: z.string(), side: Box.shape.side, mails: z.number().int() })),
    mails: z.array(
      z.object({
        id: z.string(),
        from: Box,
        to: z.array(Box),
        cc: z.array(Box),
        /** Companies that it went to. */
        companies: z.array(z.string()),
        subject: z.string(),
        at: Instant,
        /** "10:32" today, "Thu 5" before. */
        when: z.string(),
        /** "Thu 12 March 2026, 10:32:07, once". */
        wouldHaveGone: z.string(),
        /** In whose name it can be answered: its first reader outside the company, or null. */
        replyAs: Box.nullable(),
        text: z.string(),
        source: z.string(),
      }),
    ),
    now: Instant,
  })
  .openapi('DemoMails');
export type DemoMails = z.infer<typeof DemoMails>;
