import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dueAfter,
  isOpen,
  nextChange,
  standardMinutes,
  workingMinutesBetween,
} from '#clocks/working-time.js';
import { STANDARD_WEEK, type WorkingWeek } from '#domain/week.js';

const NEW_YORK: WorkingWeek = {
  ...STANDARD_WEEK,
  zone: 'America/New_York',
  holidays: { country: 'US', region: null },
};

function weekIn(zone: string, changes: Partial<WorkingWeek> = {}): WorkingWeek {
  return { ...STANDARD_WEEK, zone, holidays: null, ...changes };
}

function wall(local: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}

function dueIn(week: WorkingWeek, local: string, minutes: number): string {
  return dueAfter(week, wall(local, week.zone), minutes)
    .toZonedDateTimeISO(week.zone)
    .toPlainDateTime()
    .toString();
}

describe('working time', () => {
  test.each([
    [
      'a business day from Thursday afternoon ends on Friday at the same time',
      '2026-03-05T16:42:18',
      540,
      '2026-03-06T16:42:18',
    ],
    [
      'a business day from after hours ends when the next day closes',
      '2026-03-05T18:00',
      540,
      '2026-03-06T17:30:00',
    ],
    ['the clock skips Saturday and Sunday', '2026-03-06T16:30', 120, '2026-03-09T09:30:00'],
    ['the clock skips a public holiday', '2026-05-22T17:00', 60, '2026-05-26T09:00:00'],
    [
      'an observed day is closed, when the feast itself is a Saturday',
      '2026-07-02T17:00',
      60,
      '2026-07-06T09:00:00',
    ],
    [
      'minutes that end as the day closes are due then and not on the next morning',
      '2026-03-05T17:00',
      30,
      '2026-03-05T17:30:00',
    ],
    ['no minutes at all are due at once, on a Sunday too', '2026-03-08T11:00', 0, '2026-03-08T11:00:00'],
    [
      'the night in which clocks go forward costs no working time',
      '2026-03-06T17:00',
      60,
      '2026-03-09T09:00:00',
    ],
  ])('%s', (_claim, start, minutes, due) => {
    expect(dueIn(NEW_YORK, start, minutes)).toBe(due);
  });

  test('a closed day of the workplace counts like a holiday, and an open one like any day', () => {
    expect(
      dueIn({ ...NEW_YORK, closed: [{ date: '2026-03-06', name: 'Move' }] }, '2026-03-05T17:00', 60),
    ).toBe('2026-03-09T09:00:00');
    expect(dueIn({ ...NEW_YORK, open: ['2026-05-25'] }, '2026-05-22T17:00', 60)).toBe('2026-05-25T09:00:00');
  });

  test('an hour that the clock skips is not worked, and one that it repeats is worked twice', () => {
    const always = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };
    const day = (zone: string, date: string) => {
      const from = Temporal.PlainDate.from(date);
      const week = weekIn(zone, always);
      return workingMinutesBetween(
        week,
        from.toZonedDateTime(zone).toInstant(),
        from.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
      );
    };
    expect(day('Europe/Berlin', '2026-03-29')).toBe(23 * 60);
    expect(day('Europe/Berlin', '2026-10-25')).toBe(25 * 60);
    expect(day('Australia/Lord_Howe', '2026-10-04')).toBe(23.5 * 60);
    expect(day('Australia/Lord_Howe', '2026-04-05')).toBe(24.5 * 60);
    expect(day('Pacific/Apia', '2011-12-29')).toBe(24 * 60);
  });

  test('Apia never had Friday 30 December 2011, so a day from Thursday afternoon is due on Monday', () => {
    expect(dueIn(weekIn('Pacific/Apia'), '2011-12-29T16:30', 120)).toBe('2012-01-02T09:30:00');
  });

  test('a week that opens inside the repeated hour is open at both of its times', () => {
    const week = weekIn('Europe/Berlin', { days: [7], from: '02:30', to: '04:00' });
    const sunday = Temporal.Instant.from('2026-10-24T22:00Z');
    expect(nextChange(week, sunday)).toEqual({
      open: false,
      changesAt: Temporal.Instant.from('2026-10-25T00:30Z'),
    });
    expect(workingMinutesBetween(week, sunday, sunday.add({ hours: 24 }))).toBe(30 + 90);
  });
});

describe('what is open', () => {
  test('the week says whether it is open and when that changes', () => {
    const at = (local: string) => nextChange(NEW_YORK, wall(local, NEW_YORK.zone));
    expect(at('2026-03-06T08:52')).toEqual({
      open: true,
      changesAt: wall('2026-03-06T17:30', NEW_YORK.zone),
    });
    expect(at('2026-03-06T17:30')).toEqual({
      open: false,
      changesAt: wall('2026-03-09T08:30', NEW_YORK.zone),
    });
    expect(isOpen(NEW_YORK, wall('2026-03-06T08:30', NEW_YORK.zone))).toBe(true);
    expect(isOpen(NEW_YORK, wall('2026-03-06T08:29:59', NEW_YORK.zone))).toBe(false);
  });

  test('days that touch at midnight are one open time', () => {
    const week = weekIn('Europe/Berlin', { from: '00:00', to: '24:00' });
    expect(nextChange(week, wall('2026-03-03T12:00', week.zone)).changesAt).toEqual(
      wall('2026-03-07T00:00', week.zone),
    );
    expect(standardMinutes(week, 1)).toBe(1440);
  });

  test('a week that never closes never changes', () => {
    const week = weekIn('Asia/Tokyo', { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' });
    expect(nextChange(week, Temporal.Instant.from('2026-03-03T12:00Z'))).toEqual({
      open: true,
      changesAt: null,
    });
  });
});

describe('for any week, anywhere, around the changes of the clock', () => {
  // Each zone with instants near which something happens to its clock.
  const zones: readonly (readonly [string, readonly string[]])[] = [
    ['America/New_York', ['2026-03-08T07:00Z', '2026-11-01T06:00Z']],
    ['Europe/Berlin', ['2026-03-29T01:00Z', '2026-10-25T01:00Z']],
    ['Australia/Sydney', ['2026-04-04T16:00Z', '2026-10-03T16:00Z']],
    ['Australia/Lord_Howe', ['2026-04-04T15:00Z', '2026-10-03T15:30Z']],
    ['Pacific/Apia', ['2011-12-30T10:00Z', '2011-09-24T14:00Z']],
    // Newfoundland once turned its clocks back at one minute past midnight: a date came back after its end.
    ['America/St_Johns', ['2010-11-07T02:31Z']],
    ['America/Sao_Paulo', ['2018-02-18T02:00Z', '2018-11-04T03:00Z']],
  ];
  const quarter = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
  const hhmm = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const weekAndStart = fc
    .record({
      place: fc.constantFrom(
        ...zones.flatMap(([zone, moments]) => moments.map((moment) => [zone, moment] as const)),
      ),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      opens: quarter,
      length: fc.integer({ min: 1, max: 96 }).map((n) => n * 15),
      shift: fc.integer({ min: -2 * 1440, max: 1440 }),
    })
    .map(({ place: [zone, moment], days, opens, length, shift }) => ({
      week: weekIn(zone, { days, from: hhmm(opens), to: hhmm(Math.min(1440, opens + length)) }),
      start: Temporal.Instant.from(moment).add({ minutes: shift }),
    }));
  const minutes = fc.integer({ min: 0, max: 3000 });

  test('due is never before start, and exactly so many working minutes lie between', () => {
    fc.assert(
      fc.property(weekAndStart, minutes, ({ week, start }, n) => {
        const due = dueAfter(week, start, n);
        expect(Temporal.Instant.compare(due, start)).toBeGreaterThanOrEqual(0);
        expect(workingMinutesBetween(week, start, due)).toBe(n);
        expect(workingMinutesBetween(week, due, start)).toBe(0 - n);
      }),
    );
  });

  test('two stretches one after the other are due when their sum is', () => {
    fc.assert(
      fc.property(weekAndStart, minutes, minutes, ({ week, start }, a, b) => {
        expect(dueAfter(week, dueAfter(week, start, a), b)).toEqual(dueAfter(week, start, a + b));
      }),
    );
  });

  test('more minutes or a later start are never due earlier', () => {
    fc.assert(
      fc.property(weekAndStart, minutes, fc.nat(600), ({ week, start }, n, more) => {
        const due = dueAfter(week, start, n);
        expect(Temporal.Instant.compare(dueAfter(week, start, n + more), due)).toBeGreaterThanOrEqual(0);
        expect(
          Temporal.Instant.compare(dueAfter(week, start.add({ minutes: more }), n), due),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('counting the minutes one by one on the wall clock gives the same', () => {
    fc.assert(
      fc.property(weekAndStart, fc.integer({ min: 1, max: 2880 }), ({ week, start }, length) => {
        expect(workingMinutesBetween(week, start, start.add({ minutes: length }))).toBe(
          countByHand(week, start, length),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** The slow way, which shares nothing with the quick one: ask Intl what the clock on the wall reads, each minute. */
function countByHand(week: WorkingWeek, start: Temporal.Instant, length: number): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: week.zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  let worked = 0;
  for (let place = 0; place < length; place += 1) {
    const [, day = '', time = ''] =
      /^(\w{3}),? (\d\d:\d\d)$/.exec(clock.format(start.epochMilliseconds + place * 60_000)) ?? [];
    if (week.days.includes(names.indexOf(day) + 1) && week.from <= time && time < week.to) worked += 1;
  }
  return worked;
}
