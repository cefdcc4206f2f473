import { expect, test } from 'vitest';
import { matches } from '#web/palette/match.js';

test('the beginnings of two words find a deal, in either order', () => {
  expect(matches('harb cob', 'Harbor Mutual, deal with Cobalt Ridge')).toBe(true);
  expect(matches('cob harb', 'Harbor Mutual, deal with Cobalt Ridge')).toBe(true);
  expect(matches('harb iron', 'Harbor Mutual, deal with Cobalt Ridge')).toBe(false);
});

test('a name is found without its accents', () => {
  expect(matches('ines boreal', 'Inês Duarte, Groupe Boréal')).toBe(true);
});

test('nothing typed finds all', () => {
  expect(matches('  ', 'Take it')).toBe(true);
});
