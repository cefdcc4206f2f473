import { z } from '@hono/zod-openapi';
import { Instant } from '#contract/words.js';

const MailboxShown = z.object({ name: z.string().nullable(), address: z.string() });
const Address = z.strictObject({
  name: z.string().max(200).nullable(),
  address: z.email('An address is like joanna@harbormutual.example.').max(320),
});

/** The exact text that goes, as the person who lets it out saw it. */
export const SendFollowUp = z
  .strictObject({
    to: z.array(Address).min(1, 'Somebody has to get it.').max(20),
    cc: z.array(Address).max(20).default([]),
    subject: z
      .string()
      .trim()
      .min(1, 'A mail needs a subject.')
      .max(300)
      .regex(/^[^\r\n]*$/, 'A subject is one line.'),
    text: z.string().trim().min(1, 'There is no text to send.').max(20_000),
  })
  .openapi('SendFollowUp');

export const SettleLetter = z.strictObject({ arrived: z.boolean() }).openapi('SettleLetter');

export const LetterShown = z
  .object({
    letter: z.string(),
    deal: z.string(),
    dealName: z.string(),
    purpose: z.enum(['follow-up', 'status', 'fresh-link']),
    subject: z.string(),
    first: z.string(),
    to: z.array(MailboxShown),
    cc: z.array(MailboxShown),
    /** Whose key let it go. */
    letOutBy: z.string(),
    letGoAt: Instant,
    letGoWhen: z.string(),
    goesAt: Instant,
    state: z.enum(['going', 'waits', 'refused', 'unknown', 'went', 'returned', 'dropped']),
    stateWords: z.string(),
    /** What the mail server said, in its own words. */
    words: z.string().nullable(),
    attempts: z.number().int(),
    againAt: Instant.nullable(),
    againWhen: z.string().nullable(),
    endedAt: Instant.nullable(),
    endedWhen: z.string().nullable(),
  })
  .openapi('Letter');
export type LetterShown = z.infer<typeof LetterShown>;

export const OutboxPage = z
  .object({
    title: z.string(),
    lead: z.string(),
    groups: z.array(
      z.object({
        key: z.enum(['going', 'failed', 'waits', 'went', 'held']),
        name: z.string(),
        gloss: z.string(),
        rows: z.array(LetterShown),
      }),
    ),
    now: Instant,
    zone: z.string(),
  })
  .openapi('Outbox');
export type OutboxPage = z.infer<typeof OutboxPage>;
