import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColdShown } from '#contract/follow-up.js';
import { mailboxWords, typedMailboxes } from '#web/follow-up/mailbox-words.js';
import { placeSentences, runsOf, without } from '#web/follow-up/placed.js';

const TEXT = 'Hi Edwin,\n\nThe audit is on May 18. You want a replay.\n\nPriya';
const sentence = (words: string, marks: number[]) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, gap: null, marks, quotes: [] };
};
const DRAFT = {
  text: TEXT,
  sentences: [
    sentence('Hi Edwin,', []),
    sentence('The audit is on May 18.', [2]),
    sentence('You want a replay.', [5]),
    sentence('Priya', []),
  ],
};
const cold = (start: number, end: number, text: string): ColdShown => ({
  kind: 'cold-question',
  start,
  end,
  words: text.slice(start, end),
  about: null,
  sentence: 'Cold question.',
  answers: [],
});

describe('an edited follow-up', () => {
  test('keeps the numbers of the sentences that were left as they were, and knows the writer’s own', () => {
    const edited = TEXT.replace('You want a replay.', 'How large are you? You want a replay.');
    const placed = placeSentences(edited, DRAFT);
    expect(placed.filter((each) => each.own).map((each) => edited.slice(each.start, each.end))).toEqual([
      'How large are you?',
    ]);
    expect(placed.flatMap((each) => each.marks)).toEqual([2, 5]);
  });

  test('takes the numbers off a sentence whose words were changed', () => {
    const edited = TEXT.replace('May 18', 'May 19');
    expect(placeSentences(edited, DRAFT).flatMap((each) => each.marks)).toEqual([5]);
  });

  test('loses no letter when it is drawn, whatever was typed and found', () => {
    const typed = fc.array(
      fc.constantFrom('The audit is on May 18.', 'You want a replay.', 'Why?', '\n\n', '\n', ' ', 'x'),
    );
    fc.assert(
      fc.property(typed, fc.nat(40), fc.nat(20), (pieces, start, length) => {
        const text = pieces.join('');
        const end = Math.min(text.length, start + length);
        const found = start < end ? [cold(start, end, text)] : [];
        const paragraphs = runsOf(text, placeSentences(text, DRAFT), found);
        for (const run of paragraphs.flat())
          expect(text.slice(run.start, run.start + run.text.length)).toBe(run.text);
        const drawn = paragraphs.map((runs) => runs.map((run) => run.text).join('')).join('');
        expect(drawn.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test('closes up where a sentence is removed', () => {
    const text = 'One. Two? Three.\n\nFour?\n\nFive.';
    const gone = (words: string) =>
      without(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(gone('Two?')).toBe('One. Three.\n\nFour?\n\nFive.');
    expect(gone('Four?')).toBe('One. Two? Three.\n\nFive.');
    expect(gone('One.')).toBe('Two? Three.\n\nFour?\n\nFive.');
  });
});

describe('typed mailboxes', () => {
  test('are read as they were written', () => {
    const words = 'Joanna Pruitt <joanna@harbor.example>, wes@harbor.example';
    const { mailboxes, wrong } = typedMailboxes(words);
    expect(wrong).toBeNull();
    expect(mailboxWords(mailboxes)).toBe(words);
  });

  test('that are none are named', () => {
    expect(typedMailboxes('joanna@harbor.example, Colm Brady').wrong).toBe('Colm Brady');
  });
});
