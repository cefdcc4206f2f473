import { z } from '@hono/zod-openapi';
import { Instant, PersonShown, QuoteShown } from '#contract/words.js';

const Stretch = z.object({ text: z.string(), off: z.boolean() });

/** A sender's domain that looks like a partner's and is not, and that partner's: the letters that differ are `off`. */
export const LookAlikeShown = z
  .object({
    /** "The domain is one letter off." */
    how: z.string(),
    /** How letters of another script are written: xn--…, or null. */
    written: z.string().nullable(),
    words: z.string(),
    seen: z.array(Stretch),
    like: z.array(Stretch),
    /** What Baton does about it: "No clock runs and nobody was answered." */
    effect: z.string(),
  })
  .openapi('LookAlike');
export type LookAlikeShown = z.infer<typeof LookAlikeShown>;

/** One line of Intake. */
export const ArrivalRow = z
  .object({
    arrival: z.string(),
    at: Instant,
    /** "08:47" today, "Thu 19:02" before. */
    when: z.string(),
    sender: PersonShown,
    /** Until senders are authenticated: "sender not checked". */
    senderWords: z.string(),
    subject: z.string(),
    /** How it came: "To intro@, by mail", "Dropped by Marcus". */
    how: z.string(),
    group: z.enum(['needs-you', 'taken', 'not-taken']),
    /** "Intro", "Held", "Newsletter", "Kept with deal", "Being read", "Unreadable". */
    verdict: z.string(),
    /** Why it was or was not taken, as a sentence. */
    why: z.string(),
    /** A problem worth drawing as an alarm, as a sentence, or null. */
    alarm: z.string().nullable(),
    lookAlike: LookAlikeShown.nullable(),
    deal: z.string().nullable(),
    dealName: z.string().nullable(),
  })
  .openapi('ArrivalRow');
export type ArrivalRow = z.infer<typeof ArrivalRow>;

export const Intake = z
  .object({
    lead: z.string(),
    rows: z.array(ArrivalRow),
    counts: z.object({ needsYou: z.number(), taken: z.number(), notTaken: z.number() }),
    /** Where intros may be sent, and whether the listener is up. */
    address: z.string().nullable(),
    zone: z.string(),
    now: Instant,
  })
  .openapi('Intake');
export type Intake = z.infer<typeof Intake>;

/** A mail to look at: the words, and where the marks stand in them. Plain text always, never HTML. */
export const MailShown = z
  .object({
    arrival: z.string(),
    from: PersonShown.nullable(),
    to: z.array(PersonShown),
    cc: z.array(PersonShown),
    forwardedBy: PersonShown.nullable(),
    subject: z.string(),
    at: Instant.nullable(),
    /** "Thu 5 Mar, 16:42 ET". */
    when: z.string(),
    senderWords: z.string(),
    lookAlike: LookAlikeShown.nullable(),
    lang: z.string().nullable(),
    text: z.string(),
    quotedHistory: z.string(),
    signature: z.string(),
    /** Spans of `text` that answers rest on; `number` is what the brief shows beside its answer. */
    marks: z.array(z.object({ start: z.number().int(), end: z.number().int(), number: z.number().int() })),
  })
  .openapi('Mail');
export type MailShown = z.infer<typeof MailShown>;

export const ArrivalPage = z
  .object({
    row: ArrivalRow,
    /** "Taken as an intro, because", "Not taken, because". */
    title: z.string(),
    /** When it came, "Thu 5 Mar, 16:44 ET", whatever day is written in it. */
    cameWords: z.string(),
    reasons: z.array(
      z.object({ label: z.string(), quotes: z.array(QuoteShown), words: z.string().nullable() }),
    ),
    sides: z.array(z.object({ side: z.string(), people: z.array(PersonShown) })),
    kept: z.object({
      bytes: z.number().int(),
      sha256: z.string(),
      /** "6,411 bytes as they came, once. It arrived twice: …" */
      words: z.string(),
      deliveries: z.array(z.object({ at: Instant, how: z.string() })),
    }),
    problems: z.array(z.object({ code: z.string(), because: z.string() })),
    mail: MailShown.nullable(),
    /** What may be done now. */
    may: z.object({ takeAsIntro: z.boolean(), setAside: z.boolean(), openDeal: z.boolean() }),
  })
  .openapi('ArrivalPage');
export type ArrivalPage = z.infer<typeof ArrivalPage>;

/** The answer to an arrival that was handed in, given after the commit. */
const Kept = z
  .object({
    arrival: z.string(),
    /** False when these bytes had come before: kept once, however often. */
    fresh: z.boolean(),
    sha256: z.string(),
    bytes: z.number().int(),
  })
  .openapi('Kept');

export const KeptAll = z
  .object({
    kept: z.array(
      z.object({
        file: z.string(),
        kept: Kept.nullable(),
        /** Why it was refused, where it was. */
        because: z.string().nullable(),
        /** What could not be made of a file that was kept all the same. */
        problems: z.array(z.object({ code: z.string(), because: z.string() })),
      }),
    ),
  })
  .openapi('KeptAll');
export type KeptAll = z.infer<typeof KeptAll>;

export const SetAside = z.strictObject({ why: z.string().trim().max(500).default('') }).openapi('SetAside');
