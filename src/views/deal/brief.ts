import { QUESTIONS, type Question } from '#domain/intro.js';
import type { FindingHeld } from '#record/kinds/shapes.js';
import type { Correction, NotebookHalf } from '#views/deal/notebook-half.js';

type BriefQuote = Omit<FindingHeld, 'reader' | 'confidence'> & {
  readonly about: 'money' | 'scope' | 'competitor' | null;
  readonly correction: Correction | null;
};

export type BriefAnswer = {
  readonly question: Question;
  readonly quotes: readonly BriefQuote[];
  readonly missing: readonly string[];
};

/** What is written where nothing answers a question. */
const NOT_THERE: Record<Question, string> = {
  buyer: 'The buyer is not in the mail. Ask the partner, not the buyer',
  whyNow: 'not in the mail. Ask the partner, not the buyer',
  credibility: 'not in the mail. Ask the partner, not the buyer',
  problem: 'not in the mail. Ask the partner, not the buyer',
  expectsNext: 'not in the mail. Ask the partner, not the buyer',
  stakes: 'not in the mail. Ask the partner, not the buyer',
};

/** The six answers: a person's correction where there is one, else what the latest reading found, else missing. */
export function briefOf(notebook: NotebookHalf): readonly BriefAnswer[] {
  return QUESTIONS.map((question) => {
    const quotes = [...read(notebook, question), ...corrected(notebook, question)];
    const details = (notebook.reading?.missing ?? [])
      .filter((each) => each.question === question)
      .map((each) => each.what);
    const isCorrected = notebook.corrections.some(
      (each) => each.question === question && each.evidence !== null,
    );
    const missing = quotes.length === 0 ? [NOT_THERE[question]] : isCorrected ? [] : details;
    return { question, quotes, missing };
  });
}

// A correction without `about` replaces the whole answer; one with it replaces that kind of stake alone.
function read(notebook: NotebookHalf, question: Question): readonly BriefQuote[] {
  const found: readonly (FindingHeld & { about?: 'money' | 'scope' | 'competitor' })[] =
    notebook.reading?.brief[question] ?? [];
  const corrections = notebook.corrections.filter((each) => each.question === question);
  return found
    .filter((each) => !corrections.some((one) => one.about === null || one.about === each.about))
    .map(({ arrival, part, start, end, quote, about }) => ({
      arrival,
      part,
      start,
      end,
      quote,
      about: about ?? null,
      correction: null,
    }));
}

function corrected(notebook: NotebookHalf, question: Question): readonly BriefQuote[] {
  return notebook.corrections.flatMap((correction) =>
    correction.question === question && correction.evidence !== null
      ? [{ ...correction.evidence, about: correction.about, correction }]
      : [],
  );
}
