import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendStatement, appendTogether, type Part } from '#record/append.js';
import { randomChain } from '../../test/world/random-chain.js';

const PARTS: readonly string[] = [
  'insert into one select w.workspace, $1::text, $2::text from w',
  'insert into other select w.workspace, $1::text, $2::text, $1::text from w',
  'delete from third using w where id = $2::text and other = $1::text',
];

const ANSWER: Part = { text: 'insert into answer select w.workspace, $1::text from w', values: ['done'] };

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
        const { text, values } = appendStatement({ entries, guards, parts, answer: ANSWER });
        const places = [...text.matchAll(/\$(\d+)/g)].map((each) => Number(each[1]));
        // $1 is the workspace.
        expect(new Set(places)).toEqual(
          new Set(Array.from({ length: values.length + 1 }, (_, at) => at + 1)),
        );
        const written = [
          ...guards.flatMap((each) => [each.subject, each.number]),
          ...entries.flatMap((each) => [each.subject, each.number, each.kind]),
          ...[...parts, ANSWER].flatMap((each) => each.values),
        ];
        for (const value of written) expect(values).toContain(value);
        const last = [...parts, ANSWER].flatMap((each) => each.values);
        expect(values.slice(values.length - last.length)).toEqual(last);
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
        const { name, text } = appendStatement({ entries: [], guards, parts, answer: ANSWER });
        expect(texts.get(name) ?? text).toBe(text);
        texts.set(name, text);
      },
    ),
  );
  expect(new Set(texts.values()).size).toBe(texts.size);
});

const together = (...subjects: readonly string[]) =>
  appendTogether(
    subjects.map((subject) => ({
      entries: [],
      guards: [{ subject: 'workspace', number: subject.length }],
      parts: PARTS.map((text) => ({ text, values: [subject, `of ${subject}`] })),
      answer: ANSWER,
    })),
  );

test('what is appended together stands once, each value a list of what the actions have there', () => {
  const { text, values } = together('second', 'a');
  expect(text.split('\n').slice(2)).toEqual([
    'w as materialized (select g.workspace, row from g, unnest($4::int[]) as row),',
    'p0 as (delete from third using w where w.row <= cardinality($5::text[]) and id = ($6::text[])[w.row] and other = ($5::text[])[w.row]),',
    'p1 as (insert into one select w.workspace, ($7::text[])[w.row], ($8::text[])[w.row] from w where w.row <= cardinality($7::text[])),',
    'p2 as (insert into other select w.workspace, ($9::text[])[w.row], ($10::text[])[w.row], ($9::text[])[w.row] from w where w.row <= cardinality($9::text[])),',
    'p3 as (insert into answer select w.workspace, ($11::text[])[w.row] from w where w.row <= cardinality($11::text[]))',
    'select least(count(*), 1)::int as went from w',
  ]);
  const lists = [
    ['a', 'second'],
    ['of a', 'of second'],
  ];
  expect(values).toEqual(['workspace', 1, [1, 2], ...lists, ...lists, ...lists, ['done', 'done']]);
});

test('however many are appended together, it is one text', () => {
  expect(together('c', 'a', 'b').name).toBe(together('a', 'b').name);
});

test('a value whose type is not said is found before it is sent', () => {
  const part = { text: 'insert into one select w.workspace, $1 from w', values: ['x'] };
  const append = { entries: [], guards: [], parts: [part], answer: ANSWER };
  expect(() => appendTogether([append, append])).toThrow('value 1 says its type');
});
