import { z } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { AddColleague, AddDomain, SetStandard, SetWeek } from '#contract/settings.js';
import { wrongField } from '#server/wrong-field.js';

function said(schema: z.ZodType, given: unknown) {
  const parsed = schema.safeParse(given);
  return wrongField(parsed.success ? [] : parsed.error.issues);
}

const WEEK = { days: [1], from: '08:30', to: '17:30', zone: 'Europe/Berlin', holidays: null };

test.each([
  [AddColleague, { name: 7, email: 'a@b.example' }, 'name', '“name” must be text.'],
  [AddColleague, { name: ' ', email: 'a@b.example' }, 'name', '“name” must be filled in.'],
  [
    AddColleague,
    { name: 'x'.repeat(121), email: 'a@b.example' },
    'name',
    '“name” must be at most 120 letters long.',
  ],
  [
    AddColleague,
    { name: 'A', email: 'nobody' },
    'email',
    '“email” must be a mail address, like dana@northbeam.example.',
  ],
  [
    AddColleague,
    { name: 'A', email: 'a@b.example', role: 'boss' },
    'role',
    '“role” must be one of admin, member.',
  ],
  [AddColleague, { email: 'a@b.example' }, 'name', 'The field “name” is missing.'],
  [AddColleague, { name: 'A', email: 'a@b.example', x: 1 }, 'x', 'There is no field “x” here.'],
  [AddDomain, { domain: 'no domain' }, 'domain', '“domain”: This is not a domain, like northbeam.example.'],
  [SetStandard, { days: 0 }, 'days', '“days” must be at least 0.25.'],
  [SetStandard, { days: 'one' }, 'days', '“days” must be a number.'],
  [SetWeek, { ...WEEK, days: [] }, 'days', '“days” must be a list of at least 1.'],
  [SetWeek, { ...WEEK, days: [9] }, 'days.0', '“days.0” must be at most 7.'],
  [SetWeek, { ...WEEK, open: ['yesterday'] }, 'open.0', '“open.0” must be a day, like 2026-03-05.'],
  [SetWeek, { ...WEEK, holidays: 'DE' }, 'holidays', '“holidays” must be an object.'],
  [AddColleague, 'Dana', null, 'What is sent must be an object.'],
] as const)(
  '%# says in a sentence which field is wrong and what it must be',
  (schema, given, field, words) => {
    expect(said(schema, given)).toEqual({ because: `${words} Nothing was done.`, field });
  },
);

test('no word of the library that checks reaches anybody', () => {
  const odd = z.object({
    a: z.string().regex(/^x$/),
    b: z.union([z.string(), z.number()]),
    c: z.int(),
    d: z.iso.datetime(),
  });
  for (const given of [
    { a: 'y', b: 'b', c: 1, d: 1 },
    { a: 'x', b: {}, c: 1, d: '' },
    { a: 'x', b: 'b', c: 1.5, d: '' },
  ])
    expect(said(odd, given).because).not.toMatch(/invalid|expected|received|input/i);
});
