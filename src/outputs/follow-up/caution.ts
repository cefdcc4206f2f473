import { isForbidden, isForPartner } from '#outputs/follow-up/asked.js';
import { cutOf } from '#outputs/follow-up/cut.js';
import { dayWords } from '#outputs/follow-up/day-words.js';
import type { FollowUpFacts, Spoken } from '#outputs/follow-up/facts.js';
import { isWriting } from '#outputs/follow-up/step.js';

const HANDS_OVER = /\b(?:send|give|get|quote|schicken|geben|skicka|envía|invia)\b/i;

/** What the partner asked not to be done, what goes to the partner instead, and by when: to be read before it goes. */
export function cautions(facts: FollowUpFacts, partner: string, unused: readonly Spoken[]): string[] {
  return [
    ...facts.asks.filter((each) => each.side === 'host').flatMap((each) => caution(facts, partner, each)),
    ...unused
      .filter((each) => !isWriting(each.quote))
      .map((each) => `${partner} also asks: “${cutOf(each).words}”.`),
  ];
}

function caution(facts: FollowUpFacts, partner: string, ask: Spoken): string[] {
  const { words } = cutOf(ask);
  if (isForbidden(words)) return [`${partner} asks: “${words}”. Read the draft with that in mind.`];
  if (isForPartner(words) && HANDS_OVER.test(words))
    return [`${partner} also asks: “${words}”. That is not for this mail.`];
  if (ask.due === null || !isWriting(words)) return [];
  const isOver = ask.due < facts.today;
  return [
    `${partner} asks to hear of it by ${dayWords(ask.due, 'en')}${isOver ? ', and that day is over' : ''}.`,
  ];
}
