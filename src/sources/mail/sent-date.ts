const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

// The zone names of RFC 5322 4.3. All others say nothing that can be relied on and count as +0000 there.
const ZONES: Record<string, string> = {
  ut: '+00:00',
  gmt: '+00:00',
  utc: '+00:00',
  z: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

const DATE =
  /(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{4}|\d{2})\s{1,5}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s{0,5}([+-]\d{4}|[a-z]{1,4})?/i;

/**
 * A Date header (RFC 5322 3.3, obsolete forms too) as ISO 8601 in the sender's own offset, or null where it
 * cannot be read or names no real moment. The offset is kept: "tomorrow" is meant where it was written.
 */
export function readSentDate(raw: string): string | null {
  const match = DATE.exec(raw.slice(0, 200));
  if (!match) return null;
  const [, dayText, monthText, yearText, hourText, minuteText, secondText, zoneText] =
    match as unknown as string[];
  const month = MONTHS.indexOf((monthText as string).toLowerCase());
  if (month < 0) return null;
  const yearNumber = Number(yearText);
  // Two digits as RFC 5322 4.3 reads them.
  const year =
    (yearText as string).length === 4 ? yearNumber : yearNumber < 50 ? 2000 + yearNumber : 1900 + yearNumber;
  const day = Number(dayText);
  const hour = Number(hourText);
  const minute = Number(minuteText);
  // A leap second is told as the second before it: Temporal and Date know none.
  const second = Math.min(Number(secondText ?? '0'), 59);
  const real = new Date(Date.UTC(year, month, day, hour, minute, second));
  if (real.getUTCDate() !== day || real.getUTCMonth() !== month || hour > 23 || minute > 59) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month + 1)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset(zoneText)}`;
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return '+00:00';
  if (!/^[+-]/.test(zone)) return ZONES[zone.toLowerCase()] ?? '+00:00';
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3));
  if (hours > 18 || minutes > 59) return '+00:00';
  return `${zone === '-0000' ? '+' : zone.charAt(0)}${zone.slice(1, 3)}:${zone.slice(3)}`;
}
