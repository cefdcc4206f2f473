import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stands } from '#domain/evidence.js';
import { checkColdLead } from '#reading/cold-lead/check.js';
import type { ColdAnswer, ColdFacts, ColdFinding } from '#reading/cold-lead/cold-facts.js';

const FOLDER = new URL('./cases/', import.meta.url);
const ARRIVAL = 'arrival_case' as const;

function linesOf(file: string): [said: string, wanted: string][] {
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' => ') && !line.startsWith('#'))
    .map((line) => line.split(' => ') as [string, string]);
}

/** A record: the mail, the answers that quote it, and the names of the writer's side. */
function recordOf(file: string): ColdFacts {
  const [text = '', answers = '', names = ''] = readFileSync(new URL(file, FOLDER), 'utf8').split('-----\n');
  return {
    answers: answers
      .trim()
      .split('\n')
      .map((line): ColdAnswer => {
        const [label = '', quote = ''] = line.split(' = ');
        const [question, about = null] = label.split(' ') as [ColdAnswer['question'], ColdAnswer['about']?];
        const found = new RegExp(quote.split(' ').map(escaped).join('\\s'), 'u').exec(text);
        if (found === null) throw new Error(`${file} does not say: ${quote}`);
        const [start, end] = [found.index, found.index + found[0].length];
        return { question, about, quotes: [{ arrival: ARRIVAL, part: 'body', start, end, quote: found[0] }] };
      }),
    sources: [{ arrival: ARRIVAL, part: 'body', text }],
    names: names.trim().split('; '),
    days: [],
    today: '2026-03-06',
  };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const ENGLISH = recordOf('record-en.txt');
const GERMAN = recordOf('record-de.txt');
const QUESTIONS = [...linesOf('questions-en.txt'), ...linesOf('questions-de.txt')];
const SOURCED = [...linesOf('sources-en.txt'), ...linesOf('sources-de.txt')];

const flat = (words: string) => words.replace(/\s+/g, ' ');
const cold = (found: readonly ColdFinding[]) => found.filter((each) => each.kind === 'cold-question');

describe.each([
  ['questions-en.txt', ENGLISH],
  ['questions-de.txt', GERMAN],
])('a question whose answer stands in the record is cold: %s', (file, facts) => {
  it.each(linesOf(file))('%s', (question, wanted) => {
    const text = `Thanks for making time.\n\n${question}\n\nI call you on Friday.`;
    const found = cold(checkColdLead(text, facts));
    const answers = found.flatMap((each) => each.answers.map(({ evidence }) => flat(evidence.quote)));
    if (wanted === 'nothing') expect(answers).toEqual([]);
    else
      expect(
        wanted.split(' | ').map((beginning) => answers.find((each) => each.startsWith(beginning)) ?? answers),
      ).toEqual(wanted.split(' | ').map((beginning) => expect.stringContaining(beginning)));
    for (const { evidence } of found.flatMap((each) => each.answers))
      expect(stands(evidence, facts.sources[0]?.text ?? '')).toBe(true);
  });
});

describe.each([
  ['sources-en.txt', ENGLISH],
  ['sources-de.txt', GERMAN],
])('what stands in no source is marked, and what stands in one is not: %s', (file, facts) => {
  it.each(linesOf(file))('%s', (said, wanted) => {
    const found = checkColdLead(said, facts)
      .filter((each) => each.kind === 'unsourced')
      .map((each) => `${each.words} ${each.about}`);
    expect(found.length === 0 ? 'nothing' : found.join(' | ')).toBe(wanted);
  });
});

describe('a text without a next step is marked', () => {
  it.each(linesOf('next-steps.txt'))('%s', (said, wanted) => {
    const missed = checkColdLead(said, ENGLISH).some((each) => each.kind === 'no-next-step');
    expect(missed ? 'missing' : 'there').toBe(wanted);
  });
});

describe('the check itself', () => {
  it('has enough cases on either side', () => {
    const count = (lines: [string, string][], nothing: boolean) =>
      lines.filter(([, wanted]) => (wanted === 'nothing') === nothing).length;
    expect(count(QUESTIONS, false)).toBeGreaterThanOrEqual(60);
    expect(count(QUESTIONS, true)).toBeGreaterThanOrEqual(40);
    expect(count(SOURCED, false)).toBeGreaterThanOrEqual(30);
    expect(count(SOURCED, true)).toBeGreaterThanOrEqual(30);
  });

  it('marks a gap that was left open, and no bare number in brackets', () => {
    const kinds = (text: string) => checkColdLead(text, ENGLISH).filter((each) => each.kind === 'open-gap');
    expect(kinds('I offer [two or three times] on Friday [1].').map((each) => each.words)).toEqual([
      '[two or three times]',
    ]);
  });

  it('never throws, and every finding stands exactly where it says', () => {
    const words = [...QUESTIONS, ...SOURCED].map(([said]) => said);
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('\n\n', ' ', '[', ']', '😀 ', '$', '1,', '?'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end, words: said } of checkColdLead(text, ENGLISH)) {
          expect(text.slice(start, end)).toBe(said);
          expect(start === end ? text.trim() : said).toBe(start === end ? '' : said);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads a long text in a moment', () => {
    const text = 'Your 3,100 scanners? '.repeat(2_000);
    const before = performance.now();
    checkColdLead(text, ENGLISH);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
