import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stands } from '#domain/evidence.js';
import { findWords } from '#web/handoff/find-words.js';

const MAIL = 'Joanna said this won’t\nhappen again (at the July 1 renewals).';

test('words are found over a line end, and the quote is the mail’s own', () => {
  const found = findWords(MAIL, "this won't happen again");
  expect(found?.quote).toBe('this won’t\nhappen again');
});

test('words that do not stand in the mail are not found, nor is nothing', () => {
  expect(findWords(MAIL, 'next quarter')).toBeNull();
  expect(findWords(MAIL, '  ')).toBeNull();
});

test('whatever is found passes the gate for evidence', () => {
  fc.assert(
    fc.property(fc.nat(MAIL.length), fc.nat(MAIL.length), (a, b) => {
      const typed = MAIL.slice(Math.min(a, b), Math.max(a, b)).replace(/\s+/g, ' ');
      const found = findWords(MAIL, typed);
      expect(found === null ? typed.trim() === '' : stands(found, MAIL)).toBe(true);
    }),
  );
});
