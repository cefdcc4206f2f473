import type { AnswersTold } from '#outputs/follow-up/answers-told.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';

const CALLED: Readonly<Record<keyof AnswersTold, string>> = {
  problem: 'The problem on the table',
  whyNow: 'Why now',
  expectsNext: 'What the buyer expects next',
};

/** The answers that the draft leaves out, each with the reason. */
export function leftOut(facts: FollowUpFacts, answers: AnswersTold, read: boolean): string[] {
  return (['problem', 'whyNow', 'expectsNext'] as const).flatMap((question) => {
    if (answers[question] !== null) return [];
    const quotes = facts.brief.find((each) => each.question === question)?.quotes ?? [];
    const inMail = quotes.filter((each) => each.arrival === facts.mail.arrival);
    return [`${CALLED[question]} is left out: ${reason(quotes.length, inMail.length, read)}.`];
  });
}

function reason(quotes: number, inMail: number, read: boolean): string {
  if (quotes === 0) return 'it is not in the mail';
  if (inMail === 0) return 'it stands in a note, and notes stay inside';
  if (read) return 'the words in the mail are not for the buyer as they stand';
  return 'the buyer did not get the mail, so its words are not quoted to them';
}
