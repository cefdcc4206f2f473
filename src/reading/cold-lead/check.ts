import type { ColdFacts, ColdFinding } from '#reading/cold-lead/cold-facts.js';
import { coldQuestions } from '#reading/cold-lead/cold-question.js';
import { missedStep } from '#reading/cold-lead/next-step.js';
import { openGaps } from '#reading/cold-lead/open-gap.js';
import { unsourced } from '#reading/cold-lead/unsourced.js';

/** Longest text that is checked; nobody reads a longer mail. */
const LONGEST = 20_000;

/**
 * What would make the reader of an outgoing text repeat themselves or doubt it: a question whose answer stands
 * in the record, a missing next step, a name, number or day that stands in no source, a gap left open. Pure and
 * never throws; the findings come in the order of the text.
 */
export function checkColdLead(text: string, facts: ColdFacts): ColdFinding[] {
  const read = text.slice(0, LONGEST);
  const missed = missedStep(read);
  const found: ColdFinding[] = [
    ...coldQuestions(read, facts),
    ...unsourced(read, writtenIn(read), facts),
    ...openGaps(read).map((gap) => plain('open-gap', gap)),
    ...(missed === null ? [] : [plain('no-next-step', missed)]),
  ];
  return found.sort((one, other) => one.start - other.start || one.end - other.end);
}

function plain(
  kind: 'open-gap' | 'no-next-step',
  span: { start: number; end: number; quote: string },
): ColdFinding {
  return { kind, start: span.start, end: span.end, words: span.quote, about: null, answers: [] };
}

const GERMAN =
  /\b(?:und|der|die|das|ich|wir|sie|ihnen|ihre[nmrs]?|ihr|nicht|mit|für|auf|bei|ist|den|dem|ein|eine[nmrs]?|zum|zur|vom|seit|herrn?|frau|sehr|bitte)\b|[äöüß]/gi;
const ENGLISH = /\b(?:and|the|I|we|you|your|not|with|for|on|at|is|to|of|a|it|by)\b/g;

// Two languages write names in two ways, and telling these two apart needs no detector.
function writtenIn(text: string): 'en' | 'de' {
  return (text.match(GERMAN) ?? []).length > (text.match(ENGLISH) ?? []).length ? 'de' : 'en';
}
