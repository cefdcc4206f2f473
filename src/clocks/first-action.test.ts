import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  arriveClock,
  introTime,
  occurrences,
  readClock,
  readNoClock,
  startClock,
} from '#clocks/first-action.js';
import { STANDARD_WEEK, type WorkingWeek } from '#domain/week.js';

const WEEK: WorkingWeek = {
  ...STANDARD_WEEK,
  zone: 'America/New_York',
  holidays: { country: 'US', region: null },
};

/** An instant by the wall clock of New York. */
function ny(local: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(WEEK.zone).toInstant().toString();
}

const clock = startClock(WEEK, '2026-03-05T16:42:18-05:00');

describe('the first-action clock', () => {
  test('an intro of Thursday 16:42:18 is due on Friday at the same second', () => {
    expect(clock).toMatchObject({
      startedAt: ny('2026-03-05T16:42:18'),
      dueAt: ny('2026-03-06T16:42:18'),
      allowedMinutes: 540,
    });
  });

  test('on Friday at 08:52 it has 7 h 50 m left and runs until the day closes', () => {
    const reading = readClock(clock, ny('2026-03-06T08:52'));
    expect(Math.floor(reading.leftMinutes ?? 0)).toBe(7 * 60 + 50);
    expect(reading).toMatchObject({
      state: 'running',
      open: true,
      changesAt: ny('2026-03-06T17:30'),
      until: 'until Fri 6 Mar, 16:42 ET, one business day',
      pausedWords: null,
    });
  });

  test('overnight it stands still and says when it goes on', () => {
    const evening = readClock(clock, ny('2026-03-05T20:00'));
    const night = readClock(clock, ny('2026-03-06T03:00'));
    expect(evening.leftMinutes).toBe(night.leftMinutes);
    expect(evening).toMatchObject({
      open: false,
      changesAt: ny('2026-03-06T08:30'),
      pausedWords: 'starts Fri 08:30 ET',
    });
  });

  test('it rings at half of its time, one working hour before the end, and when it breaks', () => {
    expect(occurrences(clock)).toEqual([
      { rule: 'half', at: ny('2026-03-06T12:12:18') },
      { rule: 'hour', at: ny('2026-03-06T15:42:18') },
      { rule: 'broken', at: ny('2026-03-06T16:42:18') },
    ]);
  });

  test('the warning hour is an hour of work, so it may ring on the day before', () => {
    expect(startClock(WEEK, ny('2026-03-04T08:50')).hourAt).toBe(ny('2026-03-04T16:50'));
  });

  test('a clock of two hours or less warns at half alone', () => {
    const short = startClock({ ...WEEK, from: '09:00', to: '13:00' }, ny('2026-03-05T09:00'), 0.5);
    expect(occurrences(short).map(({ rule }) => rule)).toEqual(['half', 'broken']);
  });

  test('it is warned from half of its time and broken from the second it is due', () => {
    expect(readClock(clock, ny('2026-03-06T12:12:17')).state).toBe('running');
    expect(readClock(clock, ny('2026-03-06T12:12:18')).state).toBe('warned');
    expect(readClock(clock, ny('2026-03-06T16:42:17')).state).toBe('warned');
    expect(readClock(clock, ny('2026-03-06T16:42:18')).state).toBe('broken');
  });

  test('late is counted in working time as well, so a weekend adds nothing', () => {
    expect(readClock(clock, ny('2026-03-06T17:30')).leftMinutes).toBeCloseTo(-47.7, 6);
    expect(readClock(clock, ny('2026-03-09T08:30')).leftMinutes).toBeCloseTo(-47.7, 6);
  });

  test('a day that did not count is named, and a holiday on a Saturday is not', () => {
    expect(startClock(WEEK, ny('2026-07-02T10:00')).skipped.map(({ date, name }) => [date, name])).toEqual([
      ['2026-07-03', 'Independence Day (substitute day)'],
    ]);
  });

  test('what was kept as JSON reads the same', () => {
    const now = ny('2026-03-06T08:52');
    expect(readClock(JSON.parse(JSON.stringify(clock)), now)).toEqual(readClock(clock, now));
  });
});

describe("the intro's own time", () => {
  test('it is what the mail says, in the zone of whoever wrote it', () => {
    expect(introTime('2026-03-05T22:42:18+01:00', '2026-03-05T21:42:40Z')).toBe('2026-03-05T21:42:18Z');
  });

  test('a date in the future, or none, is the time of arrival', () => {
    expect(introTime('2031-01-01T00:00:00Z', '2026-03-05T21:42:40Z')).toBe('2026-03-05T21:42:40Z');
    expect(introTime(null, '2026-03-05T21:42:40Z')).toBe('2026-03-05T21:42:40Z');
  });

  test('a date of decades ago is not believed, and takes no time to find out', () => {
    for (const writtenAt of ['1970-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '-271821-04-20T00:00:00Z']) {
      const arrival = { writtenAt, arrivedAt: '2026-03-05T21:42:40Z' };
      expect(arriveClock(WEEK, arrival)).toMatchObject({
        state: 'running',
        clock: { startedAt: '2026-03-05T21:42:40Z' },
      });
    }
  });

  test('an intro of exactly three working days runs, an older one asks a person first', () => {
    const writtenAt = ny('2026-03-02T10:00');
    expect(arriveClock(WEEK, { writtenAt, arrivedAt: ny('2026-03-05T10:00') }).state).toBe('running');
    expect(arriveClock(WEEK, { writtenAt, arrivedAt: ny('2026-03-05T10:01') })).toEqual({
      state: 'asks',
      introAt: writtenAt,
      week: WEEK,
    });
  });

  test('a long weekend does not make an intro old', () => {
    const arrival = { writtenAt: ny('2026-05-21T16:00'), arrivedAt: ny('2026-05-27T12:00') };
    expect(arriveClock(WEEK, arrival).state).toBe('running');
  });

  test('a clock that asks shows no time that runs', () => {
    expect(readNoClock('asks', WEEK, ny('2026-03-06T20:00'))).toMatchObject({
      state: 'asks',
      dueAt: null,
      leftMinutes: null,
      open: false,
      pausedWords: null,
    });
  });
});
