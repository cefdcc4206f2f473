import { z } from '@hono/zod-openapi';

/** Shapes that several answers share. An instant is ISO 8601 in UTC; a day is a plain ISO date. */
export const Instant = z.string().openapi({ format: 'date-time', example: '2026-03-05T21:42:18Z' });

export const Side = z.enum(['host', 'partner', 'buyer', 'unknown']).openapi('Side');

export const PersonShown = z
  .object({
    /** A colleague's id; null for people of other companies. */
    id: z.string().nullable(),
    /** What to call them: the name, else the address. */
    name: z.string(),
    email: z.string().nullable(),
    side: Side,
    company: z.string().nullable(),
    /** Words that say what they do. */
    role: z.string().nullable(),
  })
  .openapi('Person');
export type PersonShown = z.infer<typeof PersonShown>;

export const QuoteShown = z
  .object({
    quote: z.string(),
    arrival: z.string(),
    part: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    /** Where it stands, for people: `mail 4be1`. */
    place: z.string(),
    /** The language of the quote, for `lang`. */
    lang: z.string().nullable(),
    /** The number that the mark carries in the mail beside it, or null where it has none. */
    mark: z.number().int().nullable(),
  })
  .openapi('Quote');
export type QuoteShown = z.infer<typeof QuoteShown>;

/**
 * A first-action clock. `leftMinutes` is working time, negative when late, counted at `asOf`. While `open`
 * it runs down one a minute until `changesAt`; while not open it stands still until `changesAt`. At
 * `changesAt` ask again. No screen computes a clock of its own.
 */
export const ClockShown = z
  .object({
    state: z.enum(['running', 'warned', 'broken', 'asks', 'none']),
    startedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    leftMinutes: z.number().nullable(),
    allowedMinutes: z.number().nullable(),
    asOf: Instant,
    open: z.boolean(),
    changesAt: Instant.nullable(),
    zone: z.string(),
    /** "until Fri 6 Mar, 16:42 ET, one business day". */
    until: z.string().nullable(),
    /** While it stands still: "starts Fri 08:30 ET". */
    pausedWords: z.string().nullable(),
  })
  .openapi('Clock');
export type ClockShown = z.infer<typeof ClockShown>;

/** Marks on the three lanes: something the other side could see, at its time. */
export const LanesShown = z
  .object({
    host: z.string(),
    partner: z.string(),
    buyer: z.string(),
    passes: z.array(
      z.object({
        at: Instant,
        side: z.enum(['host', 'partner', 'buyer']),
        /** At most a few words: "Intro, 16:42". */
        label: z.string(),
        /** One sentence for those who do not see the picture. */
        sentence: z.string(),
      }),
    ),
    /** The open steps; the first is the next owned one. No side means nobody owns it. */
    steps: z.array(
      z.object({
        dueAt: Instant.nullable(),
        side: z.enum(['host', 'partner', 'buyer']).nullable(),
        label: z.string(),
        late: z.boolean(),
      }),
    ),
    silentSince: Instant.nullable(),
    /** Whether half of the allowed time has passed in silence. */
    alarmed: z.boolean(),
    now: Instant,
    zone: z.string(),
  })
  .openapi('Lanes');
export type LanesShown = z.infer<typeof LanesShown>;

/** Who has the baton. No holder means nobody: the crimson state. */
export const BatonShown = z
  .object({
    holder: PersonShown.nullable(),
    isYou: z.boolean(),
    /** "Dana has the baton: send Joanna two or three times". */
    sentence: z.string(),
    what: z.string(),
    quote: QuoteShown.nullable(),
    clock: ClockShown,
    lanes: LanesShown,
  })
  .openapi('Baton');
export type BatonShown = z.infer<typeof BatonShown>;

/** A mutating call's answer. `operation` can be undone while `undoUntil` has not passed. */
export const Done = z
  .object({
    operation: z.string(),
    /** What happened, for people: "Marcus has Harbor Mutual now." */
    said: z.string(),
    undoUntil: Instant.nullable(),
    /** Where to go on, as a path of the web, where there is such a place. */
    deal: z.string().nullable(),
    arrival: z.string().nullable(),
  })
  .openapi('Done');
export type Done = z.infer<typeof Done>;

/** RFC 9457. `code` is a dotted field word, `correlation` finds the request in the log. */
export const ProblemShown = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** One sentence: what happened, what is safe, what to do. */
    detail: z.string(),
    code: z.string(),
    correlation: z.string(),
    /** Which field it is about, where it is about one. */
    field: z.string().nullable(),
  })
  .openapi('Problem');
export type ProblemShown = z.infer<typeof ProblemShown>;
