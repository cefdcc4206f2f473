import type { Finding } from '#domain/finding.js';
import type { NotIntro } from '#domain/intro.js';
import type { Page } from '#reading/mail/page.js';
import type { Participant } from '#reading/mail/people/participants.js';
import type { IntroScore } from '#reading/mail/verdict/intro-score.js';

export type Reason = { readonly label: string; readonly findings: readonly Finding[] };

/** What a mail was taken for, how surely, and why, as one sentence for people. */
export type Verdict = {
  readonly whyNot: NotIntro | null;
  readonly confidence: number;
  readonly because: string;
  readonly reasons: readonly Reason[];
};

/** What a judge of one kind of mail looks at. */
type Case = {
  readonly page: Page;
  readonly people: readonly Participant[];
  readonly score: IntroScore;
};

/** One judge: its verdict, or null where the mail is none of its kind. */
export type Judge = (it: Case) => Verdict | null;

export function notAnIntro(
  whyNot: NotIntro,
  confidence: number,
  because: string,
  reasons: readonly Reason[] = [],
): Verdict {
  return { whyNot, confidence, because, reasons };
}
