import { z } from '@hono/zod-openapi';
import { QuoteShown } from '#contract/words.js';

const Mailbox = z.object({ name: z.string().nullable(), address: z.string() });

/** Something that would make the reader repeat themselves or doubt it. Offsets are UTF-16, end exclusive. */
export const ColdShown = z
  .object({
    kind: z.enum(['cold-question', 'no-next-step', 'unsourced', 'open-gap']),
    start: z.number().int(),
    end: z.number().int(),
    /** Exactly what stands there. */
    words: z.string(),
    about: z.enum(['name', 'number', 'money', 'date']).nullable(),
    /** "Cold question, twice. The mail already answers both." */
    sentence: z.string(),
    /** The words of the record that answer a cold question. */
    answers: z.array(QuoteShown),
  })
  .openapi('ColdFinding');
export type ColdShown = z.infer<typeof ColdShown>;

export const FindingsShown = z.object({ findings: z.array(ColdShown) }).openapi('ColdFindings');
export type FindingsShown = z.infer<typeof FindingsShown>;

export const CheckText = z.strictObject({ text: z.string().max(20_000) }).openapi('CheckText');

/** A first follow-up to edit and send. Nothing in it goes anywhere by itself. */
export const DraftShown = z
  .object({
    deal: z.string(),
    from: Mailbox.nullable(),
    to: z.array(Mailbox),
    cc: z.array(Mailbox),
    subject: z.string(),
    language: z.string(),
    text: z.string(),
    /** The sentences of `text` with what each rests on. `marks` are the numbers of the brief and the mail. */
    sentences: z.array(
      z.object({
        start: z.number().int(),
        end: z.number().int(),
        gap: z.enum(['times', 'answer', 'day']).nullable(),
        marks: z.array(z.number().int()),
        quotes: z.array(QuoteShown),
      }),
    ),
    /** What could not be written and why, and what to mind before it goes. */
    missing: z.array(z.string()),
    /** "Written from the mail, no model used". */
    made: z.string(),
    findings: z.array(ColdShown),
    /** Whether it may be sent now; else why not. */
    may: z.object({ send: z.boolean(), because: z.string().nullable() }),
    /** The follow-up that went or is going, where there is one: "Let out by Dana Whitlock, Fri 6 Mar, 09:12 ET". */
    sent: z.object({ state: z.string(), words: z.string() }).nullable(),
  })
  .openapi('FollowUpDraft');
export type DraftShown = z.infer<typeof DraftShown>;
