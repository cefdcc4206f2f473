import type { Ask, Finding, Pledge, Stake } from '#domain/finding.js';
import type { Mailbox, Person } from '#domain/party.js';
import type { Problem } from '#domain/problem.js';

/** What else lands where intros are sent to. */
export const NOT_INTROS = [
  'newsletter',
  'out-of-office',
  'bounce',
  'thanks-only',
  'scheduling',
  'cold-pitch',
  'invoice',
  'internal',
  'question',
  'spam',
  'other',
] as const;
export type NotIntro = (typeof NOT_INTROS)[number];

export const MOTIONS = ['referral', 'resell', 'co-sell', 'unclear'] as const;
export type Motion = (typeof MOTIONS)[number];

/** The six questions that a brief answers, so that the buyer never repeats it. */
export const QUESTIONS = ['buyer', 'whyNow', 'credibility', 'problem', 'expectsNext', 'stakes'] as const;
export type Question = (typeof QUESTIONS)[number];

export type Brief = {
  readonly buyer: readonly Finding[];
  readonly whyNow: readonly Finding[];
  readonly credibility: readonly Finding[];
  readonly problem: readonly Finding[];
  readonly expectsNext: readonly Finding[];
  readonly stakes: readonly Stake[];
};

/** A mail's decoded words, taken apart but never cut away. Offsets of findings count in `text`. */
export type MailWords = {
  /** The newest words: quoted history, signature and disclaimer set apart. Of a forward, the inner mail's. */
  readonly text: string;
  readonly quotedHistory: string;
  readonly signature: string;
  /** Where pieces of `text` stand in the decoded body: [start in text, start in body, length]. */
  readonly spans: readonly (readonly [number, number, number])[];
};

/** What the headers say; of a forward both the outer and the inner mail. */
export type MailHead = {
  readonly from: Mailbox | null;
  readonly replyTo: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** Instant, ISO 8601 with the sender's own offset, or null where there is none that can be read. */
  readonly date: string | null;
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
};

/** What a mail was taken for, and what it says. Pure data: it proposes and has no authority. */
export type MailReading = {
  /** Which reader, with its version, so that a later one can supersede it: `rules 2`. */
  readonly reader: string;
  readonly language: string | null;
  readonly words: MailWords;
  /** The head that counts: of a forward, the inner mail's. */
  readonly head: MailHead;
  /** Who forwarded it, where it was forwarded. */
  readonly forwardedBy: Mailbox | null;
  readonly isIntro: boolean;
  readonly confidence: number;
  readonly whyNot: NotIntro | null;
  /** One sentence for people: why it was or was not taken ("Sent to a list, asks no one for anything."). */
  readonly because: string;
  /** The words that the verdict rests on, by label: "Joins two sides", "A reason now", "Asks you to act". */
  readonly reasons: readonly { readonly label: string; readonly findings: readonly Finding[] }[];
  readonly motion: Motion;
  readonly partner: {
    readonly company: string | null;
    readonly person: string | null;
    readonly email: string | null;
  };
  readonly host: { readonly company: string | null };
  readonly buyer: { readonly company: string | null };
  /** Everybody named or addressed, each with a side. */
  readonly people: readonly Person[];
  readonly brief: Brief;
  /** Details that were looked for and are not there, by question: "no address in the mail". */
  readonly missing: readonly { readonly question: Question; readonly what: string }[];
  readonly asks: readonly Ask[];
  readonly promises: readonly Pledge[];
  readonly problems: readonly Problem[];
};

/** What is known before reading: from the workspace and the deal. Every part may be empty. */
export type ReadingContext = {
  readonly host: {
    readonly company: string | null;
    readonly domains: readonly string[];
    readonly people: readonly { readonly name: string; readonly email: string }[];
  };
  readonly partners: readonly { readonly company: string; readonly domains: readonly string[] }[];
  readonly buyer: { readonly company: string; readonly domains: readonly string[] } | null;
  /** Sides that a person set, by address or, without one, by name. They win over any reader. */
  readonly sides: readonly {
    readonly email: string | null;
    readonly name: string | null;
    readonly side: Person['side'];
  }[];
  /** IANA zone of the reader's workspace: relative days are resolved in the mail's own offset, else here. */
  readonly zone: string;
};
