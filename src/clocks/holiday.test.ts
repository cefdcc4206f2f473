import { expect, test } from 'vitest';
import { calendarSpelled, closedAs, holidayCountries, holidaysBetween, isCalendar } from '#clocks/holiday.js';
import { checkWeek } from '#clocks/week-check.js';
import { STANDARD_WEEK, type WorkingWeek } from '#domain/week.js';

function weekOf(
  country: string,
  region: string | null = null,
  changes: Partial<WorkingWeek> = {},
): WorkingWeek {
  return { ...STANDARD_WEEK, zone: 'UTC', holidays: { country, region }, ...changes };
}

test('a region has its own days', () => {
  expect(closedAs(weekOf('DE', 'BY'), '2026-06-04')).toBe('Corpus Christi');
  expect(closedAs(weekOf('DE', 'BE'), '2026-06-04')).toBeNull();
});

test('only public holidays close a workplace', () => {
  expect(closedAs(weekOf('DE'), '2026-05-10')).toBeNull();
});

test('a feast of several days closes each of them, over the turn of the year too', () => {
  expect(holidaysBetween(weekOf('VN'), '2026-02-14', '2026-02-22').map(({ date }) => date)).toEqual([
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
  ]);
  expect(closedAs(weekOf('SZ'), '2027-01-02')).toBe('Incwala Festival');
});

test('half a day off at noon leaves the day open', () => {
  expect(closedAs(weekOf('IS'), '2026-12-31')).toBeNull();
});

test("New Year's Day on a Saturday is observed in the year before", () => {
  expect(closedAs(weekOf('US'), '2021-12-31')).toBe("New Year's Day (substitute day)");
});

test("a workplace's own days stand among the public ones and say so", () => {
  const week = weekOf('US', null, {
    closed: [{ date: '2026-11-27', name: 'Day after Thanksgiving' }],
    open: ['2026-11-11'],
  });
  expect(holidaysBetween(week, '2026-11-01', '2026-11-30')).toEqual([
    { date: '2026-11-26', name: 'Thanksgiving Day', own: false },
    { date: '2026-11-27', name: 'Day after Thanksgiving', own: true },
  ]);
});

test('a calendar that nobody keeps is not mistaken for one without holidays', () => {
  expect(isCalendar({ country: 'XX', region: null })).toBe(false);
  expect(isCalendar({ country: 'DE', region: 'XX' })).toBe(false);
  expect(isCalendar({ country: 'DE', region: 'BY' })).toBe(true);
  expect(isCalendar({ country: 'DE', region: 'BY-A' })).toBe(true);
  expect(holidayCountries().find(({ code }) => code === 'DE')?.name).toBe('Germany');
});

test('a calendar is found however it was typed, and kept as it is spelled', () => {
  expect(calendarSpelled({ country: 'us', region: 'ny' })).toEqual({ country: 'US', region: 'NY' });
  expect(calendarSpelled({ country: 'DE', region: ' by-a' })).toEqual({ country: 'DE', region: 'BY-A' });
  expect(calendarSpelled({ country: 'NZ', region: 'can-timaru' })).toEqual({
    country: 'NZ',
    region: 'CAN-Timaru',
  });
  expect(calendarSpelled({ country: 'US', region: 'gotham' })).toBeNull();
});

test('a week on which no clock could run is refused in a sentence', () => {
  expect(checkWeek(weekOf('US'))).toBeNull();
  expect(checkWeek(weekOf('US', null, { from: '00:00', to: '00:00' }))).toBeNull();
  expect(checkWeek(weekOf('US', null, { zone: 'America/Gotham' }))?.refused).toBe('week.zone-unknown');
  expect(checkWeek(weekOf('US', null, { days: [] }))?.refused).toBe('week.no-days');
  expect(checkWeek(weekOf('US', null, { from: '17:30', to: '08:30' }))?.because).toBe(
    'A day that opens at 17:30 cannot close at 08:30.',
  );
  expect(checkWeek(weekOf('XX'))?.because).toBe('No public holidays are known for XX.');
});
