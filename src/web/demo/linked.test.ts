import { expect, test } from 'vitest';
import { linked } from '#web/demo/linked.js';

const HERE = 'http://localhost:4731';

test('a link of this Baton leads there, and its full stop is no part of it', () => {
  const text = `Open ${HERE}/g/abc-1. It works until Friday.`;
  expect(linked(text, HERE).map(({ words, href }) => [words, href])).toEqual([
    ['Open ', null],
    [`${HERE}/g/abc-1`, `${HERE}/g/abc-1`],
    ['. It works until Friday.', null],
  ]);
});

test('links to anywhere else stay words, also those that only begin like ours', () => {
  for (const text of [
    'See https://marginnote.example/31',
    `See ${HERE}.evil.example/g/abc`,
    `See http://localhost:4731@evil.example/g/abc`,
    'Nothing to open here.',
  ])
    expect(linked(text, HERE)).toEqual([{ at: 0, words: text, href: null }]);
});
