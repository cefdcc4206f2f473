import type { Evidence } from '#domain/evidence.js';
import { stemsOf, type Wanted } from '#reading/cold-lead/asked-for.js';
import type { ColdSource } from '#reading/cold-lead/cold-facts.js';
import { daysOf } from '#reading/cold-lead/day.js';
import { type Figure, figuresOf } from '#reading/cold-lead/figure.js';
import { weekdayOf } from '#reading/due/calendar-words.js';
import { sentencesOf } from '#reading/mail/sentences.js';

/** A sentence of the record, and what it can answer. */
export type SourceSentence = {
  readonly evidence: Evidence;
  readonly stems: readonly string[];
  readonly says: ReadonlySet<Wanted>;
  readonly figures: readonly Figure[];
};

const LASTS =
  /\b(?:minutes?|hours?|days?|weeks?|months?|years?|seasons?|minuten|stunden|tagen?|wochen|monaten?|jahren?|since|seit)\b/i;

/** The sentences of the record, read once for all questions. */
export function sourceSentences(
  sources: readonly ColdSource[],
  names: ReadonlySet<string>,
): SourceSentence[] {
  return sources.flatMap(({ arrival, part, text }) =>
    sentencesOf(text).map(({ start, end, text: quote }) => {
      const figures = figuresOf(quote);
      return {
        evidence: { arrival, part, start, end, quote },
        stems: stemsOf(quote),
        figures,
        says: saidIn(quote, figures, names),
      };
    }),
  );
}

function saidIn(quote: string, figures: readonly Figure[], names: ReadonlySet<string>): ReadonlySet<Wanted> {
  const said = new Set<Wanted>();
  if (figures.length > 0) said.add('count');
  if (figures.some((each) => each.currency !== null)) said.add('sum');
  if (LASTS.test(quote)) said.add('duration');
  const words = quote.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (daysOf(quote).length > 0 || words.some((word) => weekdayOf(word) !== null) || /\bQ[1-4]\b/.test(quote))
    said.add('day');
  const isNamed = words.some((word) => /^\p{Lu}/u.test(word) && names.has(word.toLowerCase()));
  if (isNamed || /\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u.test(quote)) said.add('person');
  return said;
}

/** Whether the figure stands right before the thing that is counted: "about 1,200 hosts", "340 member farms". */
export function counts(sentence: SourceSentence, thing: string): boolean {
  return sentence.figures.some(({ end }) => {
    const next = sentence.evidence.quote.slice(end, end + 48).match(/^(?:\s[\p{L}'’-]+){1,3}/u)?.[0] ?? '';
    return stemsOf(next).includes(thing);
  });
}
