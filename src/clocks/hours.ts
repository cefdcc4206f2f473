import { closedAs } from '#clocks/holiday.js';
import { offsetStretch } from '#clocks/offset.js';
import { must } from '#domain/must.js';
import type { WorkingWeek } from '#domain/week.js';

/** An open time, in milliseconds since 1970; `closes` is exclusive. */
export type OpenTime = { readonly opens: number; readonly closes: number };

const MINUTE = 60_000;
const DAY = 86_400_000;
// The longest break that a week can have and still be a week: a year and a leap day, all of it closed.
const LONGEST_BREAK = 366 * DAY;

/** Minutes from midnight of a wall-clock `HH:MM`; as an end, `00:00` and `24:00` both mean the day's end. */
export function minutesOf(time: string, end = false): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return end && hours === 0 && minutes === 0 ? 24 * 60 : hours * 60 + minutes;
}

/**
 * The open times of a week in order, beginning with the one that holds `from` or is the next after it.
 * Open is every moment at which the week's wall clock reads a time from `from` up to `to` on an open day: an
 * hour that the clock skips is not worked, an hour that it repeats is worked twice. Times that touch (a day
 * that closes at 24:00 before one that opens at 00:00) come as two. It ends after a year without an open day.
 */
export function* openTimes(week: WorkingWeek, from: number): Generator<OpenTime> {
  const opens = minutesOf(week.from) * MINUTE;
  const closes = minutesOf(week.to, true) * MINUTE;
  must(opens < closes && week.days.length > 0, 'a working week opens before it closes, on some day');
  let at = from;
  let lastClosed = from;
  while (at - lastClosed <= LONGEST_BREAK) {
    const { until, offset } = offsetStretch(week.zone, at);
    const midnight = Math.floor((at + offset) / DAY) * DAY;
    const open = {
      opens: Math.max(midnight - offset + opens, at),
      closes: Math.min(midnight - offset + closes, until),
    };
    if (open.opens < open.closes && isWorkday(week, midnight / DAY)) {
      yield open;
      lastClosed = open.closes;
    }
    at = Math.min(midnight - offset + DAY, until);
  }
}

/** `day` counts from 1970-01-01, which was a Thursday. */
function isWorkday(week: WorkingWeek, day: number): boolean {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return (
    week.days.includes(weekday) && closedAs(week, new Date(day * DAY).toISOString().slice(0, 10)) === null
  );
}
