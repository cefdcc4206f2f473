import Holidays from 'date-holidays';
import { must } from '#domain/must.js';
import type { HolidayCalendar, WorkingWeek } from '#domain/week.js';

/** A closed day: an ISO date, what people call it, and whether the workplace set it itself. */
export type ClosedDay = { readonly date: string; readonly name: string; readonly own: boolean };

const DAY = 86_400_000;
// A year of one calendar takes some 20 ms to compute and never changes while the process lives.
const years = new Map<string, ReadonlyMap<string, string>>();

/** What this ISO date is called where the week is closed on it, or null where it is an ordinary day. */
export function closedAs(week: WorkingWeek, date: string): string | null {
  const own = week.closed.find((day) => day.date === date);
  if (own) return own.name;
  if (!week.holidays || week.open.includes(date)) return null;
  return publicHolidays(week.holidays, Number(date.slice(0, 4))).get(date) ?? null;
}

/** The closed days from one ISO date to another, both included, in order, whatever day of the week they are. */
export function holidaysBetween(week: WorkingWeek, from: string, to: string): readonly ClosedDay[] {
  const found: ClosedDay[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const name = closedAs(week, date);
    if (name) found.push({ date, name, own: week.closed.some((each) => each.date === date) });
  }
  return found;
}

/** Whether date-holidays has this calendar. An unknown one would silently have no holidays at all. */
export function isCalendar(calendar: HolidayCalendar): boolean {
  const spelled = calendarSpelled(calendar);
  return spelled?.country === calendar.country && spelled.region === calendar.region;
}

/** A calendar as date-holidays spells it, however it was typed ("us", "ny"), or null where there is none. */
export function calendarSpelled(calendar: HolidayCalendar): HolidayCalendar | null {
  const book = new Holidays();
  const country = keyIn(book.getCountries(), calendar.country);
  if (country === null) return null;
  if (calendar.region === null) return { country, region: null };
  const [typedState = '', typedRegion] = calendar.region.trim().split('-');
  const state = keyIn(book.getStates(country) ?? {}, typedState);
  if (state === null) return null;
  if (typedRegion === undefined) return { country, region: state };
  const region = keyIn(book.getRegions(country, state) ?? {}, typedRegion);
  return region === null ? null : { country, region: `${state}-${region}` };
}

function keyIn(known: Readonly<Record<string, string>>, typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  return Object.keys(known).find((each) => each.toLowerCase() === wanted) ?? null;
}

/** The countries whose public holidays are known, with their English names, in order of name. */
export function holidayCountries(): readonly { readonly code: string; readonly name: string }[] {
  return Object.entries(new Holidays().getCountries('en'))
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function publicHolidays(calendar: HolidayCalendar, year: number): ReadonlyMap<string, string> {
  const key = `${calendar.country}/${calendar.region ?? ''}/${year}`;
  const kept = years.get(key);
  if (kept) return kept;
  const book = bookOf(calendar);
  const days = new Map<string, string>();
  // A feast of several days may begin in the year before.
  for (const holiday of [...book.getHolidays(year - 1, 'en'), ...book.getHolidays(year, 'en')]) {
    // "12-31 12:00" is half a day off; hours that begin at noon are not worth a rule, so the day stays open.
    if (!holiday.date.includes(' 00:00:00')) continue;
    const first = Date.parse(holiday.date.slice(0, 10));
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY));
    for (let place = 0; place < length; place += 1) {
      const date = new Date(first + place * DAY).toISOString().slice(0, 10);
      if (date.startsWith(`${year}-`) && !days.has(date)) days.set(date, holiday.name);
    }
  }
  years.set(key, days);
  return days;
}

function bookOf(calendar: HolidayCalendar): Holidays {
  must(
    isCalendar(calendar),
    `${calendar.country} ${calendar.region ?? ''} is a calendar that date-holidays knows`,
  );
  const [state, region] = calendar.region?.split('-') ?? [];
  const only = { types: ['public' as const] };
  if (state === undefined) return new Holidays(calendar.country, only);
  if (region === undefined) return new Holidays(calendar.country, state, only);
  return new Holidays(calendar.country, state, region, only);
}
