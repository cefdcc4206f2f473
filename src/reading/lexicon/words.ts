/**
 * What people say in intros and in the mails that are none, one list of phrases for each thing. A new language
 * is a file that fills these lists; the notation is explained in cue.ts.
 */
export type Words = {
  /** Bringing two people together, said outright. */
  readonly introduces: readonly string[];
  /** The same, weaker: somebody is in copy, somebody hands over. */
  readonly handsOver: readonly string[];
  /** Asking the reader to get in touch with a third person, or saying how to. */
  readonly contacts: readonly string[];
  /** Offering to introduce somebody later. */
  readonly offers: readonly string[];
  /** A third person has a need or wants to hear from you. */
  readonly wants: readonly string[];
  readonly whyNow: readonly string[];
  readonly credibility: readonly string[];
  readonly problem: readonly string[];
  readonly expectsNext: readonly string[];
  readonly budget: readonly string[];
  /** Nouns that say how big something is, after a number. */
  readonly size: readonly string[];
  readonly competitor: readonly string[];
  readonly ask: readonly string[];
  readonly dont: readonly string[];
  readonly promise: readonly string[];
  readonly resell: readonly string[];
  readonly coSell: readonly string[];
  readonly referral: readonly string[];
  readonly thanks: readonly string[];
  readonly scheduling: readonly string[];
  readonly coldPitch: readonly string[];
  readonly invoice: readonly string[];
  readonly newsletter: readonly string[];
  readonly absence: readonly string[];
  readonly bounce: readonly string[];
  readonly spam: readonly string[];
  /** A question to the reader about product, terms or state of things. */
  readonly question: readonly string[];
  /** Who speaks of themselves, and who is spoken of. */
  readonly firstPerson: readonly string[];
  readonly thirdPerson: readonly string[];
};
