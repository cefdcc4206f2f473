import fc from 'fast-check';
import { expect, test } from 'vitest';
import { watchLineEnds } from '#connections/smtp/line-ends.js';

function faultOf(text: string, cuts: readonly number[] = []): string | null {
  const bytes = Buffer.from(text, 'latin1');
  const watch = watchLineEnds();
  let from = 0;
  for (const cut of [...cuts].map((at) => at % (bytes.length + 1)).sort((a, b) => a - b)) {
    watch.look(bytes.subarray(from, cut));
    from = cut;
  }
  watch.look(bytes.subarray(from));
  return watch.end();
}

test('lines that end in CRLF pass, and dots and empty lines are nothing special', () => {
  expect(faultOf('')).toBeNull();
  expect(faultOf('a\r\n\r\n.\r\n..\r\n')).toBeNull();
});

test.each(['a\nb\r\n', 'a\rb\r\n', '\n', '\r', 'a\r\r\n', 'a\r\n\n', 'a\n\r', 'a\r'])(
  'a bare CR or LF is found in %j',
  (text) => {
    expect(faultOf(text)).toBe('bare-line-end');
  },
);

test('a NUL is found', () => {
  expect(faultOf('a\0b\r\n')).toBe('nul');
});

test('however the bytes are cut, the verdict is what a look at the whole text says', () => {
  const pieces = fc.array(fc.constantFrom('\r\n', '\r', '\n', 'a', '.', '\0'), { maxLength: 30 });
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(), { maxLength: 8 }), (parts, cuts) => {
      const text = parts.join('');
      const bad = /(?<!\r)\n|\r(?!\n)|\0/.test(text);
      expect(faultOf(text, cuts) !== null).toBe(bad);
    }),
  );
});
