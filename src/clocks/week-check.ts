import { isCalendar } from '#clocks/holiday.js';
import { minutesOf } from '#clocks/hours.js';
import { isZone } from '#clocks/offset.js';
import { type Refusal, refuse } from '#domain/refusal.js';
import type { WorkingWeek } from '#domain/week.js';

/** Refuses a week that no clock could run on; null where it is sound. Ask before a week is kept. */
export function checkWeek(week: WorkingWeek): Refusal | null {
  if (!isZone(week.zone)) {
    return refuse(
      'week.zone-unknown',
      `"${week.zone}" is not a time zone. Zones are named like Europe/Berlin.`,
    );
  }
  if (week.days.length === 0 || !week.days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) {
    return refuse('week.no-days', 'A working week has at least one day, counted from Monday = 1.');
  }
  const opens = minutesOf(week.from);
  const closes = minutesOf(week.to, true);
  if (!(opens >= 0 && opens < closes && closes <= 24 * 60)) {
    return refuse('week.hours-backward', `A day that opens at ${week.from} cannot close at ${week.to}.`);
  }
  if (week.holidays && !isCalendar(week.holidays)) {
    const { country, region } = week.holidays;
    return refuse(
      'week.calendar-unknown',
      `No public holidays are known for ${region ? `${region} in ` : ''}${country}.`,
    );
  }
  return null;
}
