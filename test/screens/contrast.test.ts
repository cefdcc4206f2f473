import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, tokensIn } from './contrast.js';

const sheet = readFileSync(new URL('../../src/web/style/tokens.css', import.meta.url), 'utf8');
const light = tokensIn(sheet, ':root');
const dark = tokensIn(sheet, ':root[data-theme="dark"]');
const systemDark = tokensIn(sheet, ':root:not([data-theme="light"])');

/** Everything that is read, on everything that it is read on. */
const PAIRS = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) =>
    ['surface', 'canvas', 'sunk', 'hover', 'selected', 'silence-wash'].map((on) => [ink, on]),
  ),
  ...['host', 'partner', 'buyer'].flatMap((side) => [
    [side, 'surface'],
    [side, `${side}-wash`],
  ]),
  ...['surface', 'sunk', 'selected', 'silence-wash'].map((on) => ['silence', on]),
  ['mark-ink', 'mark'],
  ['on-ink', 'ink'],
] as [string, string][];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tokens) => {
  test.each(PAIRS)('%s on %s can be read: 4.5 to 1 or more', (ink, on) => {
    expect(contrast(tokens.get(ink) ?? '', tokens.get(on) ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

test('dark is the same whether the person or the system chose it', () => {
  expect(systemDark).toEqual(dark);
  expect([...dark.keys()]).toEqual([...light.keys()]);
});

test('black on white is 21 to 1, as the standard says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
