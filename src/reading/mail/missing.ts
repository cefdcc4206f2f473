import type { Brief, MailReading, Question } from '#domain/intro.js';
import type { Person } from '#domain/party.js';

type Missing = MailReading['missing'];

/** What each question looks for, said as what is not there. */
const ABSENT: Record<Question, string> = {
  buyer: 'who the buyer is',
  whyNow: 'why now',
  credibility: "the partner's standing with the buyer",
  problem: 'the problem on the table',
  expectsNext: 'what the buyer expects next',
  stakes: 'what is at stake',
};

/** Questions that the mail leaves open, and details of an answer that were looked for and are not there. */
export function missingOf(brief: Brief, people: readonly Person[]): Missing {
  const open = (Object.keys(ABSENT) as Question[])
    .filter((question) => brief[question].length === 0)
    .map((question) => ({ question, what: `the mail does not say ${ABSENT[question]}` }));
  const buyers = people.filter(({ side }) => side === 'buyer');
  const details: { question: Question; what: string }[] = [];
  for (const { name, email } of buyers.slice(0, 10)) {
    if (email === null)
      details.push({ question: 'buyer', what: `no address of ${name ?? 'the buyer'} in the mail` });
  }
  if (brief.stakes.length > 0 && !brief.stakes.some(({ about }) => about === 'money')) {
    details.push({ question: 'stakes', what: 'no sum in the mail' });
  }
  return [...open, ...details];
}
