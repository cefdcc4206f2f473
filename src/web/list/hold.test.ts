import { describe, expect, test } from 'vitest';
import { differenceOf, differenceWords } from '#web/list/hold.js';

const held = [
  { group: 'nobody', ids: ['a'] },
  { group: 'you', ids: ['b', 'c'] },
];

describe('a list held still', () => {
  test('the same deals in the same groups are no news', () => {
    expect(differenceWords(differenceOf(held, held))).toBeNull();
  });

  test('what came meanwhile is counted and not shown', () => {
    const fresh = [
      { group: 'nobody', ids: ['x', 'a', 'y'] },
      { group: 'you', ids: ['b', 'c'] },
    ];
    expect(differenceWords(differenceOf(held, fresh))).toBe('2 new');
  });

  test('a baton that went from nobody to you is one that moved, and a gone one too', () => {
    const fresh = [{ group: 'you', ids: ['b', 'a'] }];
    expect(differenceWords(differenceOf(held, fresh))).toBe('2 moved');
  });

  test('a fresh rank inside its group is no news: rows that swap are not worth a line', () => {
    const fresh = [
      { group: 'nobody', ids: ['a'] },
      { group: 'you', ids: ['c', 'b'] },
    ];
    expect(differenceWords(differenceOf(held, fresh))).toBeNull();
  });
});
