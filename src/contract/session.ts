import { z } from '@hono/zod-openapi';
import { Instant, PersonShown } from '#contract/words.js';

/** Who looks, and what frames every page. */
export const Session = z
  .object({
    person: PersonShown,
    role: z.enum(['admin', 'member']),
    title: z.string().nullable(),
    company: z.string().nullable(),
    setUp: z.boolean(),
    singleKeys: z.boolean(),
    zone: z.string(),
    now: Instant,
    /** "Fri 6 Mar, 08:52 ET". */
    nowWords: z.string(),
    counts: z.object({ today: z.number(), intake: z.number(), deals: z.number(), alarms: z.number() }),
    /** A warning for every page, or null: "Links in mails would say localhost. Set BATON_URL." */
    warning: z.string().nullable(),
  })
  .openapi('Session');
export type Session = z.infer<typeof Session>;

export const SignInPassword = z
  .strictObject({ email: z.string().trim().email(), password: z.string().min(1) })
  .openapi('SignInPassword');
export const AskLink = z.strictObject({ email: z.string().trim().email() }).openapi('AskLink');
export const SetPassword = z.strictObject({ password: z.string().min(12).max(256) }).openapi('SetPassword');
export const Signed = z.object({ said: z.string() }).openapi('Signed');
/** The first admin says who they are; anybody else sends nothing. */
export const UseLink = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    email: z.string().trim().email().optional(),
  })
  .openapi('UseLink');
/** What a sign-in link is, before its button is pressed. */
export const LinkSeen = z
  .object({
    state: z.enum(['good', 'used', 'ended', 'first']),
    email: z.string().nullable(),
    words: z.string(),
  })
  .openapi('LinkSeen');
export type LinkSeen = z.infer<typeof LinkSeen>;
