import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueOf } from '#reading/due/due.js';
import { namedDays } from '#reading/due/due-day.js';
import { easter } from '#reading/due/feasts.js';

// Thursday 5 March 2026.
const SAID = '2026-03-05';

describe('when something is due, said on a Thursday', () => {
  it.each([
    ['by Friday', '2026-03-06'],
    ['by Thursday', '2026-03-12'],
    ['by next Tuesday', '2026-03-10'],
    ['before Monday', '2026-03-08'],
    ["before Monday's call", '2026-03-09'],
    ['tomorrow', '2026-03-06'],
    ['this afternoon', '2026-03-05'],
    ['by end of day', '2026-03-05'],
    ['by the end of next week', '2026-03-13'],
    ['by end of the quarter', '2026-03-31'],
    ['within five business days', '2026-03-12'],
    ['in two weeks', '2026-03-19'],
    ['on the 14th', '2026-03-14'],
    ['on the 2nd', '2026-04-02'],
    ['by April 1', '2026-04-01'],
    ['by 29 May', '2026-05-29'],
    ['by January 15', '2027-01-15'],
    ['bis spätestens Freitag', '2026-03-06'],
    ['bis zum 15. April', '2026-04-15'],
    ['übermorgen', '2026-03-07'],
    ["d'ici mardi", '2026-03-10'],
    ['avant vendredi midi', '2026-03-06'],
    ['antes del 20 de marzo', '2026-03-20'],
    ['entro lunedì', '2026-03-09'],
    ['senast onsdag', '2026-03-11'],
    ['före månadsskiftet', '2026-03-31'],
    ['uiterlijk dinsdag', '2026-03-10'],
    ['até sexta', '2026-03-06'],
    ['Monday or Tuesday', '2026-03-10'],
    ['over the weekend', '2026-03-08'],
    ['before Easter', '2026-04-05'],
  ])('%s is %s', (words, day) => {
    expect(dueOf(`Please send it ${words}.`, SAID).due).toBe(day);
  });

  it.each([
    'two or three times for next week',
    'the report of last Friday',
    'the invoice',
    '6 slots next week',
  ])('%s is no due day', (words) => {
    expect(dueOf(`Please send me ${words}.`, SAID).due).toBeNull();
  });

  it('keeps the phrase as it was said', () => {
    expect(dueOf('Please send it by Thursday, if you can.', SAID).dueWords).toBe('by Thursday');
    expect(dueOf('Please send it by Thursday.', null)).toEqual({ due: null, dueWords: 'by Thursday' });
  });

  it('never names a day twice, and each stands where it says', () => {
    const words = fc.constantFrom(
      'by',
      'next',
      'Friday',
      'the 14th',
      'March',
      '3',
      'end of',
      'week',
      'tomorrow',
      'in two days',
      'mañana',
      ',',
      '2026-02-30',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (said) => {
        const text = said.join(' ');
        let end = 0;
        for (const day of namedDays(text, SAID)) {
          expect(day.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(day.start, day.end)).toBe(day.words);
          expect(Temporal.PlainDate.from(day.date).toString()).toBe(day.date);
          end = day.end;
        }
      }),
    );
  });

  it('knows Easter', () => {
    expect([2024, 2025, 2026, 2027, 2038].map((year) => easter(year).toString())).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
  });
});
