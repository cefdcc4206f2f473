import { Temporal } from 'temporal-polyfill';
import { type ClosedDay, holidaysBetween } from '#clocks/holiday.js';
import { sayStart, sayUntil } from '#clocks/say.js';
import { dueAfter, nextChange, standardMinutes, workingMinutesBetween } from '#clocks/working-time.js';
import { OLD_INTRO_DAYS } from '#domain/handoff.js';
import type { WorkingWeek } from '#domain/week.js';

/**
 * The clock from an intro to the first action that the buyer can see, as an entry keeps it: plain data, with
 * the week and the closed days that it was computed from, so that a rebuild gives the same instants.
 * Instants are ISO 8601 in UTC.
 */
export type FirstActionClock = {
  readonly startedAt: string;
  readonly dueAt: string;
  readonly halfAt: string;
  /** One working hour before it is due; null where half of the time is as near to the end as that. */
  readonly hourAt: string | null;
  readonly allowedMinutes: number;
  readonly standardDays: number;
  readonly week: WorkingWeek;
  /** Days between start and due that would have counted and were closed, for people: why Monday does not. */
  readonly skipped: readonly ClosedDay[];
};

/** What arrival makes of an intro's time: a running clock, or a question to a person. */
export type ArrivedClock =
  | { readonly state: 'running'; readonly clock: FirstActionClock }
  | { readonly state: 'asks'; readonly introAt: string; readonly week: WorkingWeek };

/** The numbers that screens draw. `leftMinutes` is working time with fractions, negative when late. */
export type ClockReading = {
  readonly state: 'running' | 'warned' | 'broken' | 'asks' | 'none';
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly leftMinutes: number | null;
  readonly allowedMinutes: number | null;
  readonly asOf: string;
  readonly open: boolean;
  readonly changesAt: string | null;
  readonly zone: string;
  readonly until: string | null;
  readonly pausedWords: string | null;
};

/** A moment at which the clock speaks. `at` is ISO 8601 in UTC. */
export type Occurrence = { readonly rule: 'half' | 'hour' | 'broken'; readonly at: string };

const HOUR = 60;
// Older mails are dropped here from archives, which is fine; older than this, and no person wrote that date.
const LONGEST_AGE = 5 * 366 * 86_400_000;

/**
 * The intro's own time: what its Date header says, never later than its arrival, which stands where there is
 * none. A header of years ago is a machine without a battery and is not believed either.
 */
export function introTime(writtenAt: string | null, arrivedAt: string): string {
  const arrived = Temporal.Instant.from(arrivedAt);
  if (writtenAt === null) return arrived.toString();
  const written = Temporal.Instant.from(writtenAt);
  const age = arrived.epochMilliseconds - written.epochMilliseconds;
  return (age < 0 || age > LONGEST_AGE ? arrived : written).toString();
}

/**
 * The clock of an intro that arrives. One that is older than three working days starts none: nobody can
 * answer in time what came too late, so a person says *start* or *already handled*.
 */
export function arriveClock(
  week: WorkingWeek,
  intro: { writtenAt: string | null; arrivedAt: string },
  standardDays = 1,
): ArrivedClock {
  const introAt = introTime(intro.writtenAt, intro.arrivedAt);
  const age = workingMinutesBetween(
    week,
    Temporal.Instant.from(introAt),
    Temporal.Instant.from(intro.arrivedAt),
  );
  if (age > standardMinutes(week, OLD_INTRO_DAYS)) return { state: 'asks', introAt, week };
  return { state: 'running', clock: startClock(week, introAt, standardDays) };
}

/** A clock that starts at this instant: an intro's own time, a person's *start*, or a bounce that was seen. */
export function startClock(week: WorkingWeek, startedAt: string, standardDays = 1): FirstActionClock {
  const start = Temporal.Instant.from(startedAt);
  const allowedMinutes = standardMinutes(week, standardDays);
  const due = dueAfter(week, start, allowedMinutes);
  const hour = allowedMinutes > 2 * HOUR ? dueAfter(week, start, allowedMinutes - HOUR) : null;
  return {
    startedAt: start.toString(),
    dueAt: due.toString(),
    halfAt: dueAfter(week, start, allowedMinutes / 2).toString(),
    hourAt: hour?.toString() ?? null,
    allowedMinutes,
    standardDays,
    week,
    skipped: skippedDays(week, start, due),
  };
}

/** When the clock rings, in order: at half of the allowed time, one working hour before, and when it breaks. */
export function occurrences(clock: FirstActionClock): readonly Occurrence[] {
  return [
    { rule: 'half', at: clock.halfAt },
    ...(clock.hourAt ? [{ rule: 'hour' as const, at: clock.hourAt }] : []),
    { rule: 'broken', at: clock.dueAt },
  ];
}

/** What a running clock shows at `now`. */
export function readClock(clock: FirstActionClock, now: string): ClockReading {
  const at = Temporal.Instant.from(now);
  const due = Temporal.Instant.from(clock.dueAt);
  return {
    ...face(clock.week, at),
    state: stateAt(clock, at),
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    leftMinutes: workingMinutesBetween(clock.week, at, due),
    allowedMinutes: clock.allowedMinutes,
    until: sayUntil(due, clock.week.zone, clock.standardDays),
  };
}

/** What is shown where no clock runs: none at all, or one that asks a person first. */
export function readNoClock(state: 'asks' | 'none', week: WorkingWeek, now: string): ClockReading {
  return {
    ...face(week, Temporal.Instant.from(now)),
    state,
    startedAt: null,
    dueAt: null,
    leftMinutes: null,
    allowedMinutes: null,
    until: null,
    pausedWords: null,
  };
}

function face(week: WorkingWeek, at: Temporal.Instant) {
  const { open, changesAt } = nextChange(week, at);
  return {
    asOf: at.toString(),
    open,
    changesAt: changesAt?.toString() ?? null,
    zone: week.zone,
    pausedWords: open || !changesAt ? null : sayStart(changesAt, week.zone, at),
  };
}

function stateAt(clock: FirstActionClock, at: Temporal.Instant): 'running' | 'warned' | 'broken' {
  const now = at.epochMilliseconds;
  if (now >= Temporal.Instant.from(clock.dueAt).epochMilliseconds) return 'broken';
  return now >= Temporal.Instant.from(clock.halfAt).epochMilliseconds ? 'warned' : 'running';
}

function skippedDays(
  week: WorkingWeek,
  start: Temporal.Instant,
  due: Temporal.Instant,
): readonly ClosedDay[] {
  return holidaysBetween(week, dayOf(start, week.zone), dayOf(due, week.zone)).filter(({ date }) =>
    week.days.includes(Temporal.PlainDate.from(date).dayOfWeek),
  );
}

function dayOf(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
