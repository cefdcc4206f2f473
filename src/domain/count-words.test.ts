import { expect, test } from 'vitest';
import { countFirst, countWords, timesWords } from '#domain/count-words.js';

test('a sentence counts in words up to ten, and in figures from there', () => {
  expect([0, 1, 3, 10, 11, 6411].map(countWords)).toEqual(['no', 'one', 'three', 'ten', '11', '6,411']);
  expect([0, 3, 12].map(countFirst)).toEqual(['No', 'Three', '12']);
});

test('once and twice have words of their own', () => {
  expect([1, 2, 3, 11].map(timesWords)).toEqual(['once', 'twice', 'three times', '11 times']);
});
