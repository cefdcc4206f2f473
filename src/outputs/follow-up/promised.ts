import { cutOf } from '#outputs/follow-up/cut.js';
import { dayWords } from '#outputs/follow-up/day-words.js';
import type { DraftSentence } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import type { Frame } from '#outputs/follow-up/frame.js';
import { partnerCalled } from '#outputs/follow-up/partner-called.js';
import { countWords } from '#outputs/follow-up/spoken-of.js';

const WILL = /^(?:and |so |otherwise )?i(?:['’]ll| will| am going to)\s/i;
const PERSONS = /\b(?:i|i['’]\w+|me|my|we|us|our|you|your|she|he|it['’]s|they)\b/i;

/** What the partner's people bring and when, told of them: "Theo will bring the service map". Two at most. */
export function promisedSentences(
  facts: FollowUpFacts,
  language: string,
  frame: Frame,
  read: boolean,
): DraftSentence[] {
  if (language !== 'en') return [];
  const name = partnerCalled(facts);
  return facts.promises
    .filter((each) => each.side === 'partner')
    .flatMap((promise): DraftSentence[] => {
      const cut = cutOf(promise);
      const will = WILL.exec(cut.words);
      if (will === null || countWords(cut.words) > 30) return [];
      const rests = [cut.evidence];
      const told = withDay(cut.words.slice(will[0].length), promise.due, promise.dueWords);
      const toBuyer = told?.replace(/\b(with|to|for) (?:her|him|them)\b/g, '$1 you') ?? null;
      if (
        toBuyer !== null &&
        !PERSONS.test(toBuyer.replace(/\b(?:with|to|for) you\b/g, '')) &&
        !/\b(?:her|him|his)\b/i.test(toBuyer)
      )
        return [{ text: `${name} will ${toBuyer}.`, rests, gap: null }];
      // A call that the partner sets up is said in the partner's words: it may stand in for times of ours.
      const sets = /\b(?:call|invite|invitation|meeting)\b/i.test(cut.words) && read;
      return sets ? [{ text: `${frame.wrote(name, cut.words)}.`, rests, gap: null }] : [];
    })
    .slice(0, 2);
}

const RELATIVE =
  /\b(?:tomorrow|today|tonight|this (?:morning|afternoon|evening|week|month)|next (?:week|month)|(?:on |by |before )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

// "Tomorrow" is another day once the mail is read: the day itself is said, or nothing.
function withDay(words: string, due: string | null, dueWords: string | null): string | null {
  if (!RELATIVE.test(words)) return words;
  if (due === null || dueWords === null || /this|next/i.test(dueWords) || !words.includes(dueWords))
    return null;
  const lead = /^(?:by|before|until)\b/i.test(dueWords) ? 'by' : 'on';
  const said = words.replace(dueWords, `${lead} ${dayWords(due, 'en')}`);
  return RELATIVE.test(said.replace(dayWords(due, 'en'), '')) ? null : said;
}

/** Whether one of them sets up the call. */
export function setsCall(promises: readonly DraftSentence[]): boolean {
  return promises.some(({ text }) => /\b(?:set up|arrange|send (?:the|an) invit\w+)\b/i.test(text));
}
