import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendStatement, type Part } from '#record/append.js';
import { randomChain } from '../../test/world/random-chain.js';

const PARTS: readonly string[] = [
  'insert into one select w.workspace, $1::text, $2::text from w',
  'insert into other select w.workspace, $1::text, $2::text, $1::text from w',
  'delete from third using w where id = $2::text and other = $1::text',
];

const somePart = fc
  .tuple(fc.constantFrom(...PARTS), fc.string(), fc.string())
  .map(([text, ...values]): Part => ({ text, values }));
const someGuard = fc.record({ subject: fc.string(), number: fc.nat() });

test('each part of a statement finds its own values, whatever stands before it', () => {
  fc.assert(
    fc.property(
      randomChain,
      fc.array(someGuard, { maxLength: 3 }),
      fc.array(somePart, { maxLength: 4 }),
      ({ entries }, guards, parts) => {
        const { text, values } = appendStatement(entries, guards, parts);
        const places = [...text.matchAll(/\$(\d+)/g)].map((each) => Number(each[1]));
        // $1 is the workspace.
        expect(new Set(places)).toEqual(
          new Set(Array.from({ length: values.length + 1 }, (_, at) => at + 1)),
        );
        const written = [
          ...guards.flatMap((each) => [each.subject, each.number]),
          ...entries.flatMap((each) => [each.subject, each.number, each.kind]),
          ...parts.flatMap((each) => each.values),
        ];
        for (const value of written) expect(values).toContain(value);
        expect(values.slice(values.length - 2 * parts.length)).toEqual(parts.flatMap((each) => each.values));
      },
    ),
    { numRuns: 50 },
  );
});

test('statements share a name exactly where they share a text', () => {
  const texts = new Map<string, string>();
  fc.assert(
    fc.property(
      fc.array(someGuard, { maxLength: 2 }),
      fc.array(somePart, { maxLength: 3 }),
      (guards, parts) => {
        const { name, text } = appendStatement([], guards, parts);
        expect(texts.get(name) ?? text).toBe(text);
        texts.set(name, text);
      },
    ),
  );
  expect(new Set(texts.values()).size).toBe(texts.size);
});
