import { Temporal } from 'temporal-polyfill';
import type { ClockReading } from '#clocks/first-action.js';
import { sayMoment, sayStart } from '#clocks/say.js';
import { dueAfter, nextChange, standardMinutes, workingMinutesBetween } from '#clocks/working-time.js';
import type { WorkingWeek } from '#domain/week.js';

/** The next owned step as its clock shows it at `now`: working time of whoever owns it, warned at half. */
export function readStep(
  week: WorkingWeek,
  step: { readonly openedAt: string; readonly dueAt: string },
  now: string,
): ClockReading {
  const at = Temporal.Instant.from(now);
  const due = Temporal.Instant.from(step.dueAt);
  const allowedMinutes = workingMinutesBetween(week, Temporal.Instant.from(step.openedAt), due);
  const leftMinutes = workingMinutesBetween(week, at, due);
  const { open, changesAt } = nextChange(week, at);
  return {
    state:
      at.epochMilliseconds >= due.epochMilliseconds
        ? 'broken'
        : leftMinutes * 2 < allowedMinutes
          ? 'warned'
          : 'running',
    startedAt: step.openedAt,
    dueAt: step.dueAt,
    leftMinutes,
    allowedMinutes,
    asOf: at.toString(),
    open,
    changesAt: changesAt?.toString() ?? null,
    zone: week.zone,
    until: `until ${sayMoment(due, week.zone, at)}`,
    pausedWords: open || !changesAt ? null : sayStart(changesAt, week.zone, at),
  };
}

/** When a plain day (ISO 8601) is over for whoever works in this week: an instant in UTC. */
export function endOfDay(week: WorkingWeek, day: string): string {
  const end = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: week.zone,
    plainTime: Temporal.PlainTime.from(week.to),
  });
  return end.toInstant().toString();
}

/** The working day (ISO 8601) that comes so many working days after today, in the week's own zone. */
export function dayAhead(week: WorkingWeek, now: string, days: number): string {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(week.zone).startOfDay();
  const due = dueAfter(week, today.add({ days: 1 }).toInstant(), standardMinutes(week, days));
  // A week that closes at midnight closes on the day before it.
  return dayIn(week.zone, due.subtract({ milliseconds: 1 }).toString());
}

/** The day (ISO 8601) on which an instant falls in a zone. */
export function dayIn(zone: string, at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
