import { z } from '@hono/zod-openapi';
import { MailShown } from '#contract/arrival.js';
import { BatonShown, Instant, LanesShown, PersonShown, QuoteShown, Side } from '#contract/words.js';
import { ENDINGS } from '#domain/deal.js';

const Question = z.enum(['buyer', 'whyNow', 'credibility', 'problem', 'expectsNext', 'stakes']);
const Role = z.enum(['introducer', 'co-seller', 'technical-voice', 'sponsor']);

/** One answer of the brief: quotes, or missing. */
export const AnswerShown = z
  .object({
    question: Question,
    /** "Who is the buyer", "Why they trust Cobalt Ridge". */
    title: z.string(),
    number: z.number().int(),
    quotes: z.array(
      QuoteShown.extend({
        /** For stakes: "Money", "Scope", "Competitor". */
        about: z.string().nullable(),
        /** Who corrected it, and when, or null where a reader found it. */
        correctedBy: z.string().nullable(),
      }),
    ),
    people: z.array(PersonShown),
    /** What was looked for and is not there: "no address in the mail". Drawn dashed, never blank. */
    missing: z.array(z.string()),
  })
  .openapi('Answer');
export type AnswerShown = z.infer<typeof AnswerShown>;

export const HandoffPage = z
  .object({
    deal: z.string(),
    name: z.string(),
    partnerName: z.string(),
    crumb: z.string(),
    state: z.enum(['arrived', 'taken', 'declined', 'closed']),
    /** "6 of 6 answered, 2 details missing". */
    summary: z.string(),
    baton: BatonShown,
    brief: z.array(AnswerShown),
    asks: z.array(QuoteShown.extend({ of: z.string(), dueWords: z.string().nullable() })),
    promises: z.array(QuoteShown.extend({ by: z.string(), dueWords: z.string().nullable() })),
    mail: MailShown,
    motion: z.enum(['referral', 'resell', 'co-sell', 'unclear']),
    owner: PersonShown.nullable(),
    /** Why this one: "by the rule for Cobalt Ridge", "named by Marcus". */
    ownerWhy: z.string(),
    backup: PersonShown.nullable(),
    backupWords: z.string().nullable(),
    /** The partner's people, each with the role that was offered; null while none was. */
    roles: z.array(z.object({ person: PersonShown, role: Role.nullable(), words: z.string() })),
    colleagues: z.array(PersonShown),
    partnerKnown: z.boolean(),
    may: z.object({
      take: z.boolean(),
      decline: z.boolean(),
      /** An old intro asks: start the clock, or already handled. */
      answerClock: z.boolean(),
      edit: z.boolean(),
    }),
    declinedBecause: z.string().nullable(),
  })
  .openapi('HandoffPage');
export type HandoffPage = z.infer<typeof HandoffPage>;

export const EntryShown = z
  .object({
    chain: z.enum(['record', 'notebook']),
    number: z.number().int(),
    at: Instant,
    /** "5 Mar 16:42". */
    when: z.string(),
    who: z.string(),
    side: Side,
    sentence: z.string(),
    quote: QuoteShown.nullable(),
    /** The mail that came or was read with this entry, to be opened in full; null where there was none. */
    mail: z.string().nullable(),
    /** "Northbeam only" on notebook lines. */
    hostOnly: z.boolean(),
    /** The first eight characters of the seal. */
    seal: z.string(),
    undone: z.boolean(),
  })
  .openapi('Entry');
export type EntryShown = z.infer<typeof EntryShown>;

export const DealPage = z
  .object({
    deal: z.string(),
    name: z.string(),
    partnerName: z.string(),
    crumb: z.string(),
    state: z.enum(['arrived', 'taken', 'declined', 'closed']),
    baton: BatonShown,
    lanes: LanesShown,
    /** "sealed, 61 entries, last checked 09:38". */
    recordWords: z.string(),
    entries: z.array(EntryShown),
    people: z.array(z.object({ side: Side, company: z.string().nullable(), people: z.array(PersonShown) })),
    may: z.object({
      take: z.boolean(),
      decline: z.boolean(),
      wrote: z.boolean(),
      step: z.boolean(),
      done: z.boolean(),
      close: z.boolean(),
      reopen: z.boolean(),
    }),
    /** What the dialog of the next step begins with; `owner` counts in `people`. */
    offer: z.object({
      what: z.string(),
      due: z.iso.date(),
      owner: z.number().int().nullable(),
      people: z.array(PersonShown),
    }),
    /** How it ended, the reason in words, and what it died of in the handoff. */
    ended: z
      .object({ as: z.enum(ENDINGS), why: z.string().nullable(), friction: z.string().nullable() })
      .nullable(),
  })
  .openapi('DealPage');
export type DealPage = z.infer<typeof DealPage>;

export const BatonRow = z
  .object({
    deal: z.string(),
    name: z.string(),
    partnerName: z.string(),
    baton: BatonShown,
    state: z.enum(['arrived', 'taken', 'declined', 'closed']),
  })
  .openapi('BatonRow');
export type BatonRow = z.infer<typeof BatonRow>;

export const Deals = z.object({ lead: z.string(), rows: z.array(BatonRow), now: Instant }).openapi('Deals');
export type Deals = z.infer<typeof Deals>;

export const NameOwner = z
  .strictObject({ owner: z.string().nullable(), backup: z.string().nullable().optional() })
  .openapi('NameOwner');
export const NameBackup = z.strictObject({ backup: z.string().nullable() }).openapi('NameBackup');
export const OfferRole = z
  .strictObject({ email: z.string().nullable(), name: z.string().nullable(), role: Role })
  .openapi('OfferRole');
export const Decline = z.strictObject({ why: z.string().trim().min(1).max(500) }).openapi('Decline');
export const AnswerClock = z
  .strictObject({ answer: z.enum(['start', 'already-handled']) })
  .openapi('AnswerClock');
export const CorrectSide = z
  .strictObject({ email: z.string().nullable(), name: z.string().nullable(), side: Side })
  .openapi('CorrectSide');

/**
 * A person corrects one answer: picks other words of the mail, types what was learned elsewhere (a note
 * becomes an arrival of its own and is quoted), or says that it is not there.
 */
export const CorrectAnswer = z
  .strictObject({
    question: Question,
    about: z.enum(['money', 'scope', 'competitor']).nullable().default(null),
    answer: z.discriminatedUnion('by', [
      z.strictObject({
        by: z.literal('words'),
        start: z.number().int().min(0),
        end: z.number().int().min(1),
        quote: z.string().min(1),
      }),
      z.strictObject({ by: z.literal('note'), note: z.string().trim().min(1).max(2000) }),
      z.strictObject({ by: z.literal('missing') }),
    ]),
  })
  .openapi('CorrectAnswer');
