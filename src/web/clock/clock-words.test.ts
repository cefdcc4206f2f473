import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClockShown } from '#contract/words.js';
import { clockWords, clockWordsInRow, countsSeconds, minutesLeft } from '#web/clock/clock-words.js';

const AS_OF = '2026-03-06T13:52:00Z';
const at = (minutes: number) => Date.parse(AS_OF) + minutes * 60_000;

function clockOf(given: Partial<ClockShown>): ClockShown {
  return {
    state: 'running',
    startedAt: '2026-03-05T21:42:18Z',
    dueAt: '2026-03-06T21:42:18Z',
    leftMinutes: 470,
    allowedMinutes: 540,
    asOf: AS_OF,
    open: true,
    changesAt: '2026-03-06T17:12:00Z',
    zone: 'America/New_York',
    until: 'until Fri 6 Mar, 16:42 ET, one business day',
    pausedWords: null,
    ...given,
  };
}

describe('a clock on the page', () => {
  test('it counts down a minute a minute while the working day is open', () => {
    expect(clockWords(clockOf({}), at(0)).main).toBe('7 h 50 m left');
    expect(clockWords(clockOf({}), at(20)).main).toBe('7 h 30 m left');
  });

  test('it never counts past the instant at which the server has to be asked again', () => {
    expect(minutesLeft(clockOf({}), at(900))).toBe(270);
  });

  test('outside the working day it stands still and says when it starts', () => {
    const paused = clockOf({
      open: false,
      changesAt: '2026-03-06T13:30:00Z',
      pausedWords: 'starts Fri 08:30 ET',
    });
    expect(clockWords(paused, at(600))).toMatchObject({
      main: '7 h 50 m left',
      under: 'starts Fri 08:30 ET',
    });
  });

  test('a broken one says how late it is', () => {
    expect(clockWords(clockOf({ state: 'broken', leftMinutes: -120, changesAt: null }), at(0))).toMatchObject(
      {
        main: '2 h late',
        alarmed: true,
        fuse: 0,
      },
    );
  });

  test('half of the allowed time gone alarms, whether or not the server has said so yet', () => {
    expect(clockWords(clockOf({ leftMinutes: 271 }), at(0)).alarmed).toBe(false);
    expect(clockWords(clockOf({ leftMinutes: 271 }), at(2)).alarmed).toBe(true);
  });

  test('only the last ten minutes are counted in seconds', () => {
    const last = clockOf({ leftMinutes: 9.5 });
    expect(countsSeconds(last, at(0))).toBe(true);
    expect(clockWords(last, at(0)).main).toBe('9 m 30 s left');
    expect(countsSeconds(clockOf({ leftMinutes: 10.1 }), at(0))).toBe(false);
    expect(countsSeconds(clockOf({ leftMinutes: 5, open: false }), at(0))).toBe(false);
  });

  test('an old intro has no clock until a person says so', () => {
    expect(clockWords(clockOf({ state: 'asks', leftMinutes: null }), at(0)).main).toBe('no clock yet');
  });

  test('in a row the due time stands under it, with the day when it is not today', () => {
    expect(clockWordsInRow(clockOf({}), at(0))).toMatchObject({ main: '7 h 50 m', under: 'today, 16:42' });
    expect(clockWordsInRow(clockOf({ dueAt: '2026-03-09T13:00:00Z' }), at(0)).under).toBe('Mon 9, 09:00');
  });

  test('what is left never grows while one waits, and the fuse stays between empty and full', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 2000 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 600 }),
        fc.boolean(),
        (leftMinutes, sooner, more, open) => {
          const clock = clockOf({ leftMinutes, open });
          expect(minutesLeft(clock, at(sooner + more)) ?? 0).toBeLessThanOrEqual(
            minutesLeft(clock, at(sooner)) ?? 0,
          );
          const { fuse } = clockWords(clock, at(sooner));
          expect(fuse === null || (fuse >= 0 && fuse <= 1)).toBe(true);
        },
      ),
    );
  });
});
