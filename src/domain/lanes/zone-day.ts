const DAY = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A wall clock's reading in an IANA zone. `weekday` counts from Monday = 1 (ISO 8601). */
export type WallClock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
};

/** What the clocks in `zone` show at an instant (milliseconds since 1970). An unknown zone throws RangeError. */
export function wallClock(at: number, zone: string): WallClock {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const [year, month, day] = [read('year'), read('month'), read('day')];
  const weekday = ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
  return { year, month, day, hour: read('hour'), minute: read('minute'), weekday };
}

/** The instant at which the day that contains `at` begins in `zone`. Days are 23 or 25 hours long twice a year. */
export function startOfDay(at: number, zone: string): number {
  const wall = wallClock(at, zone);
  return instantOf(Date.UTC(wall.year, wall.month - 1, wall.day), zone);
}

/** The beginning of the day after the one that begins at `start`. */
export function nextDay(start: number, zone: string): number {
  return startOfDay(start + DAY + DAY / 4, zone);
}

/** The instant at which clocks in `zone` show what `wall` would show in UTC; twice, so that a changed offset settles. */
function instantOf(wall: number, zone: string): number {
  let at = wall;
  for (let round = 0; round < 2; round += 1) at = wall - (shownAs(at, zone) - at);
  return at;
}

function shownAs(at: number, zone: string): number {
  const wall = wallClock(at, zone);
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) + (at % 60_000);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}
