import { nextDay, startOfDay, wallClock } from '#domain/lanes/zone-day.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A day on the scale: where it begins, how wide it is, and which day it is. */
type ScaledDay = {
  readonly start: number;
  readonly end: number;
  readonly x: number;
  readonly width: number;
  readonly weekday: number;
};

export type DayScale = { readonly days: readonly ScaledDay[]; readonly place: (at: number) => number };

/**
 * The time scale of the large drawing, which has a focus and a context: days around now are up to twice as
 * wide as a week ago, a weekend day is a fifth of a working day, and a night (19:00 to 7:00) takes 30 % of
 * its day. Runs from the day of `first` to the day of `last`, over `left` to `right`. Rises with time.
 */
export function dayScale(
  span: { first: number; last: number; now: number },
  zone: string,
  box: { left: number; right: number },
): DayScale {
  const spans = daysBetween(span.first, span.last, zone);
  const weights = spans.map((day) => weigh(day, span.now));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = box.left;
  const days = spans.map((day, place) => {
    const width = ((weights[place] ?? 0) / total) * (box.right - box.left);
    const scaled = { ...day, x, width };
    x += width;
    return scaled;
  });
  return { days, place: (at) => placeIn(days, at) };
}

function daysBetween(first: number, last: number, zone: string): Omit<ScaledDay, 'x' | 'width'>[] {
  const days: Omit<ScaledDay, 'x' | 'width'>[] = [];
  let start = startOfDay(first, zone);
  // Two years of days is more than a screen can tell apart; older passes are merged before they get here.
  while (start <= last && days.length < 730) {
    const end = nextDay(start, zone);
    days.push({ start, end, weekday: wallClock(start + HOUR * 12, zone).weekday });
    start = end;
  }
  return days;
}

function weigh(day: { start: number; end: number; weekday: number }, now: number): number {
  const middle = (day.start + day.end) / 2;
  const away = (middle - now) / (3 * DAY);
  const focus = 1 + Math.exp(-away * away);
  return (day.weekday >= 6 ? 0.2 : 1) * focus;
}

/** Night, day, night: 30 % of the width for the twelve hours of night, 70 % for the twelve of the day. */
const HOURS = [0, 7 / 24, 19 / 24, 1];
const WIDTHS = [0, 0.175, 0.875, 1];

function placeIn(days: readonly ScaledDay[], at: number): number {
  const day = days.find((one) => at < one.end) ?? days[days.length - 1];
  if (day === undefined) return 0;
  const part = Math.min(1, Math.max(0, (at - day.start) / (day.end - day.start)));
  const upper = Math.max(
    1,
    HOURS.findIndex((hour) => hour >= part),
  );
  const [hourA, hourB] = [HOURS[upper - 1] ?? 0, HOURS[upper] ?? 1];
  const [widthA, widthB] = [WIDTHS[upper - 1] ?? 0, WIDTHS[upper] ?? 1];
  return day.x + day.width * (widthA + ((part - hourA) / (hourB - hourA)) * (widthB - widthA));
}
