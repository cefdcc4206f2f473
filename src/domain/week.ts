/** A public holiday calendar by name, as date-holidays knows it: country, and a region where there is one. */
export type HolidayCalendar = { readonly country: string; readonly region: string | null };

/** A working week in its own zone. Hours are wall-clock `HH:MM`; days count from Monday = 1 (ISO 8601). */
export type WorkingWeek = {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  /** IANA name. */
  readonly zone: string;
  readonly holidays: HolidayCalendar | null;
  /** Further closed days, ISO dates, with what people call them. */
  readonly closed: readonly { readonly date: string; readonly name: string }[];
  /** Public holidays on which this workplace is open all the same, ISO dates. */
  readonly open: readonly string[];
};

/** A working day is Mon to Fri, 08:30 to 17:30, less public holidays, until somebody sets their own. */
export const STANDARD_WEEK: Omit<WorkingWeek, 'zone' | 'holidays'> = {
  days: [1, 2, 3, 4, 5],
  from: '08:30',
  to: '17:30',
  closed: [],
  open: [],
};
