import type { Evidence } from '#domain/evidence.js';
import type { Question } from '#domain/intro.js';
import { overlaps, type Telling, type Told, tellings } from '#outputs/follow-up/telling.js';

/** What the buyer is told again of three answers; null where none of the words can be told. */
export type AnswersTold = {
  readonly problem: Told | null;
  readonly whyNow: Told | null;
  readonly expectsNext: Told | null;
};

const EXPECTS =
  /(?<!\p{L})(?:would (?:like|love|be glad|prefer|appreciate)|wants?|expect(?:s|ing)?|prefers?|needs?|request|asks for|asked for|looking for|möchten?|wünsch\p{L}*|erwart\p{L}*|hätten? gern\p{L}*|bitte\p{L}*|attend|souhaite|veut|voudrait|quiere|espera|necesita|vuole|vorrebbe|chiede|vill|önskar|lovat|wil|verwacht|quer|gostaria)(?!\p{L})/iu;
const WORRIES = /\b(?:not want to (?:be|end|see)|doesn['’]t want to (?:be|end))\b/i;

export function answersTold(telling: Telling): AnswersTold {
  const { facts } = telling;
  // A note that a colleague typed is the host's own: it is neither the partner's word nor the buyer's to hear.
  const quotesOf = (question: Question): readonly Evidence[] =>
    (facts.brief.find((each) => each.question === question)?.quotes ?? []).filter(
      (each) => each.arrival === facts.mail.arrival && each.part === facts.mail.part,
    );
  const expected = quotesOf('expectsNext').filter(({ quote }) => EXPECTS.test(quote) && !WORRIES.test(quote));
  // What is said of other vendors is ours to know and not the buyer's to be told.
  const rivals = (facts.brief.find((each) => each.question === 'stakes')?.quotes ?? []).filter(
    (each) => each.about === 'competitor' && !expected.some((other) => overlaps(each, other)),
  );
  const free = (quotes: readonly Evidence[], taken: readonly Evidence[]) =>
    quotes.filter((quote) => ![...rivals, ...taken].some((each) => overlaps(each, quote)));
  const said = (taken: readonly Evidence[]) =>
    tellings(telling, free(expected, taken)).find(({ words }) => EXPECTS.test(words)) ?? null;
  const expectsNext = said([...quotesOf('whyNow'), ...quotesOf('problem')]) ?? said([]);
  const after = expectsNext === null ? [] : [expectsNext.evidence];
  const problems = quotesOf('problem');
  // A reason that is the trouble itself is told as the trouble, where there is another reason.
  const whyNow =
    tellings(telling, free(quotesOf('whyNow'), [...problems, ...after]))[0] ??
    tellings(telling, free(quotesOf('whyNow'), after))[0] ??
    null;
  const problem =
    tellings(telling, free(problems, whyNow === null ? after : [...after, whyNow.evidence]))[0] ?? null;
  return { problem, whyNow, expectsNext };
}
