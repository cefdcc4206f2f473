import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  sayBusinessDays,
  sayDay,
  sayDuration,
  sayLeft,
  sayMoment,
  saySilent,
  sayStart,
  sayUntil,
} from '#clocks/say.js';

const NEW_YORK = 'America/New_York';

function at(local: string, zone = NEW_YORK): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}

test.each([
  [NEW_YORK, '2026-03-12T17:00', 'Thu 12 Mar, 17:00 ET'],
  [NEW_YORK, '2026-01-12T09:05', 'Mon 12 Jan, 09:05 ET'],
  ['America/Anchorage', '2026-07-12T09:05', 'Sun 12 Jul, 09:05 AKT'],
  ['Europe/Berlin', '2026-01-12T09:05', 'Mon 12 Jan, 09:05 CET'],
  ['Europe/Berlin', '2026-07-13T09:05', 'Mon 13 Jul, 09:05 CEST'],
  ['Europe/London', '2026-07-13T00:00', 'Mon 13 Jul, 00:00 BST'],
  ['Australia/Sydney', '2026-01-12T09:05', 'Mon 12 Jan, 09:05 AEDT'],
  ['Asia/Kolkata', '2026-01-12T09:05', 'Mon 12 Jan, 09:05 IST'],
  ['Asia/Tokyo', '2026-01-12T09:05', 'Mon 12 Jan, 09:05 JST'],
  ['Asia/Shanghai', '2026-01-12T09:05', 'Mon 12 Jan, 09:05 GMT+8'],
  ['UTC', '2026-01-12T09:05', 'Mon 12 Jan, 09:05 UTC'],
])('a moment in %s is said with the day and what people there call their time', (zone, local, words) => {
  expect(sayMoment(at(local, zone), zone)).toBe(words);
});

test('the year is said where it is another one', () => {
  expect(sayMoment(at('2027-01-04T09:00'), NEW_YORK, at('2026-12-30T09:00'))).toBe(
    'Mon 4 Jan 2027, 09:00 ET',
  );
  expect(sayDay(Temporal.PlainDate.from('2026-03-12'))).toBe('Thu 12 Mar');
});

test.each([
  [0.5, 'less than a minute'],
  [45, '45 m'],
  [60, '1 h'],
  [440.9, '7 h 20 m'],
  [18.5 * 60, '18 h 30 m'],
  [1440, '1 d'],
  [1800, '1 d 6 h'],
  [4 * 1440 + 300, '4 d'],
])('%s minutes are %s', (minutes, words) => {
  expect(sayDuration(minutes)).toBe(words);
});

test('time left and time late are the same words with another end', () => {
  expect(sayLeft(440)).toBe('7 h 20 m left');
  expect(sayLeft(0)).toBe('due now');
  expect(sayLeft(-120.4)).toBe('2 h late');
  expect(sayLeft(-540, 540)).toBe('1 d late');
});

test('silence is counted by the wall clock', () => {
  expect(saySilent(at('2026-03-05T16:42'), at('2026-03-06T11:12'))).toBe('18 h 30 m silent');
});

test('a clock says until when, and when it goes on', () => {
  expect(sayUntil(at('2026-03-06T16:42:18'), NEW_YORK, 1)).toBe(
    'until Fri 6 Mar, 16:42 ET, one business day',
  );
  expect(sayStart(at('2026-03-06T08:30'), NEW_YORK, at('2026-03-05T19:00'))).toBe('starts Fri 08:30 ET');
  expect(sayStart(at('2027-01-04T08:30'), NEW_YORK, at('2026-12-24T19:00'))).toBe(
    'starts Mon 4 Jan 2027, 08:30 ET',
  );
});

test('business days are counted in words', () => {
  expect([0.25, 0.5, 1, 1.5, 2].map(sayBusinessDays)).toEqual([
    'a quarter of a business day',
    'half a business day',
    'one business day',
    '1.5 business days',
    'two business days',
  ]);
});
