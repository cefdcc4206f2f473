import type { Span } from '#domain/evidence.js';
import { openGaps } from '#reading/cold-lead/open-gap.js';
import { isStep, saysWhen } from '#reading/cold-lead/own-step.js';
import { sentencesOf } from '#reading/mail/sentences.js';

/** Where a next step is missed: the last thing that a text says. Null where somebody does something by some time. */
export function missedStep(text: string): Span | null {
  // A gap for times, or for a day, is a step that only waits to be filled.
  if (openGaps(text).length > 0) return null;
  const sentences = sentencesOf(text);
  const isNamed = sentences.some((sentence, place) => {
    if (!isStep(sentence.text)) return false;
    const near = [sentence, sentences[place - 1], sentences[place + 1]];
    // A time of the sentence before or behind belongs to the step only within its paragraph.
    return near.some(
      (each) =>
        each !== undefined &&
        (each === sentence || Math.abs(each.paragraph - sentence.paragraph) <= 1) &&
        saysWhen(each.text),
    );
  });
  if (isNamed) return null;
  const last = sentences.findLast((each) => /[.!?…]["”’)]*$/.test(each.text)) ?? sentences.at(-1);
  if (last === undefined) return { start: 0, end: 0, quote: '' };
  return { start: last.start, end: last.end, quote: text.slice(last.start, last.end) };
}
