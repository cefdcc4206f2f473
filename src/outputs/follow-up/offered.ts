import { flat, piece } from '#outputs/follow-up/cut.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import { escaped } from '#outputs/follow-up/spoken-of.js';
import type { Step } from '#outputs/follow-up/step.js';

/** "Tomoko blocked Monday 2–3pm Pacific for you": the buyer has offered a time, and waits for a yes. */
export function offeredTime(facts: FollowUpFacts, buyer: string | null): Step | null {
  if (buyer === null || facts.mail.language !== 'en') return null;
  const { text, arrival, part } = facts.mail;
  const said = new RegExp(
    `(?<![\\p{L}])${escaped(buyer)}\\s(?:has\\s)?(?<verb>blocked|held|reserved|kept|set\\saside)\\s(?<time>[^.!?]{4,70}?)\\sfor\\s(?:you|us)(?![\\p{L}])`,
    'u',
  ).exec(text);
  const { verb, time } = said?.groups ?? {};
  if (said === null || verb === undefined || time === undefined) return null;
  const whole = { arrival, part, start: 0, end: text.length, quote: text };
  const { evidence } = piece(whole, said.index, said.index + said[0].length);
  return {
    kind: 'undated',
    before: `You ${flat(verb)} ${flat(time)} for this:`,
    gap: 'yes, or another time',
    evidence,
  };
}
