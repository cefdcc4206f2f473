import { Temporal } from 'temporal-polyfill';
import { minutesOf, openTimes } from '#clocks/hours.js';
import { must } from '#domain/must.js';
import type { WorkingWeek } from '#domain/week.js';

const MINUTE = 60_000;
// Past this a week that is still open counts as one that never closes.
const NEVER = 366 * 86_400_000;

/**
 * The first instant by which so many working minutes have passed since `start`. A whole day from Thursday
 * 18:00 is due on Friday when the week closes, not on Monday when it opens. Whole milliseconds.
 */
export function dueAfter(
  week: WorkingWeek,
  start: Temporal.Instant,
  workingMinutes: number,
): Temporal.Instant {
  must(Number.isFinite(workingMinutes) && workingMinutes >= 0, 'working minutes are a number from 0 up');
  let left = Math.round(workingMinutes * MINUTE);
  if (left === 0) return start;
  for (const { opens, closes } of openTimes(week, start.epochMilliseconds)) {
    if (closes - opens >= left) return Temporal.Instant.fromEpochMilliseconds(opens + left);
    left -= closes - opens;
  }
  throw new Error(`The working week of ${week.zone} has no open day in a whole year.`);
}

/** Working minutes from one instant to another, with fractions; negative where `to` comes first. */
export function workingMinutesBetween(
  week: WorkingWeek,
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  if (Temporal.Instant.compare(to, from) < 0) return 0 - workingMinutesBetween(week, to, from);
  const end = to.epochMilliseconds;
  let worked = 0;
  for (const { opens, closes } of openTimes(week, from.epochMilliseconds)) {
    if (opens >= end) break;
    worked += Math.min(closes, end) - opens;
  }
  return worked / MINUTE;
}

export function isOpen(week: WorkingWeek, at: Temporal.Instant): boolean {
  return nextOpenTime(week, at.epochMilliseconds)?.opens === at.epochMilliseconds;
}

/** Whether the week is open now, and when that changes; null where it will not within a year. */
export function nextChange(
  week: WorkingWeek,
  at: Temporal.Instant,
): { open: boolean; changesAt: Temporal.Instant | null } {
  const now = at.epochMilliseconds;
  let closes: number | null = null;
  for (const time of openTimes(week, now)) {
    if (closes === null && time.opens > now) return { open: false, changesAt: instant(time.opens) };
    if (closes !== null && time.opens > closes) return { open: true, changesAt: instant(closes) };
    closes = time.closes;
    if (closes - now > NEVER) return { open: true, changesAt: null };
  }
  return { open: closes !== null, changesAt: closes === null ? null : instant(closes) };
}

/** What so many business days allow, in working minutes: one is the hours of one working day. */
export function standardMinutes(week: WorkingWeek, days: number): number {
  return days * (minutesOf(week.to, true) - minutesOf(week.from));
}

function nextOpenTime(week: WorkingWeek, from: number) {
  for (const time of openTimes(week, from)) return time;
  return null;
}

function instant(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
