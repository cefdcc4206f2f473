import type { Temporal } from 'temporal-polyfill';
import { sayZone } from '#clocks/say-zone.js';
import { durationWords } from '#domain/lanes/duration.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DAY = 24 * 60;

/** "Thu 12 Mar", or "Thu 11 Mar 2027" where the year is not the one that `now` stands in. */
export function sayDay(day: Temporal.PlainDate, now: Temporal.PlainDate = day): string {
  const year = day.year === now.year ? '' : ` ${day.year}`;
  return `${DAYS[day.dayOfWeek - 1]} ${day.day} ${MONTHS[day.month - 1]}${year}`;
}

/** "17:00 ET": the wall clock of the zone, and what people there call it. */
export function sayTime(at: Temporal.Instant, zone: string): string {
  return `${wallTime(at.toZonedDateTimeISO(zone))} ${sayZone(zone, at.epochMilliseconds)}`;
}

/** "Thu 12 Mar, 17:00 ET", with the year where it is not the one of `now`. */
export function sayMoment(at: Temporal.Instant, zone: string, now: Temporal.Instant = at): string {
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  return `${sayDay(day, now.toZonedDateTimeISO(zone).toPlainDate())}, ${sayTime(at, zone)}`;
}

/**
 * "45 m", "7 h 20 m", "1 d 6 h", "4 d", as the lanes say it, and "less than a minute". `dayMinutes` is how long
 * a day counts: of working time, the hours of one working day.
 */
export function sayDuration(minutes: number, dayMinutes = DAY): string {
  return Math.abs(minutes) < 1 ? 'less than a minute' : durationWords(minutes, dayMinutes);
}

/** "7 h 20 m left", "due now", "2 h late". Negative minutes are late. */
export function sayLeft(minutes: number, dayMinutes = DAY): string {
  if (minutes > 0) return `${sayDuration(minutes, dayMinutes)} left`;
  return minutes > -1 ? 'due now' : `${sayDuration(minutes, dayMinutes)} late`;
}

/** "18 h 30 m silent": wall time since the last word that the other side could see. */
export function saySilent(since: Temporal.Instant, now: Temporal.Instant): string {
  return `${sayDuration((now.epochMilliseconds - since.epochMilliseconds) / 60_000)} silent`;
}

/** "until Fri 6 Mar, 16:42 ET, one business day". */
export function sayUntil(due: Temporal.Instant, zone: string, standardDays: number): string {
  return `until ${sayMoment(due, zone)}, ${sayBusinessDays(standardDays)}`;
}

/** "starts Fri 08:30 ET"; with the date where that is a week away or more. */
export function sayStart(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (today.until(day).days >= 7) return `starts ${sayMoment(at, zone, now)}`;
  return `starts ${DAYS[day.dayOfWeek - 1]} ${sayTime(at, zone)}`;
}

/** "one business day", "two business days", "half a business day", "1.5 business days". */
export function sayBusinessDays(days: number): string {
  if (days === 0.25) return 'a quarter of a business day';
  if (days === 0.5) return 'half a business day';
  return `${COUNTS[days] ?? days} business day${days === 1 ? '' : 's'}`;
}

function wallTime(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' });
}
