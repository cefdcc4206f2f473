/** Where people write ET for New York; nearer locales know the abbreviations of their own part of the world. */
const LOCALES = [
  'en-US',
  'en-GB',
  'en-AU',
  'en-NZ',
  'en-IN',
  'en-ZA',
  'en-IE',
  'en-SG',
  'en-HK',
  'en-KE',
  'en-NG',
  'ja-JP',
];

const namers = new Map<string, Intl.DateTimeFormat>();

/**
 * What people call a zone at an instant (milliseconds since 1970): ET, PT, CET and CEST, GMT and BST, AEDT,
 * JST; `GMT+8` where the locale data has no short word for it. In North America the word does not change in summer.
 */
export function sayZone(zone: string, at: number): string {
  const generic = nameIn('en-US', zone, 'shortGeneric', at);
  if (/^[A-Z]{1,3}T$/.test(generic)) return generic;
  for (const locale of LOCALES) {
    const name = nameIn(locale, zone, 'short', at);
    if (/^[A-Z]{2,5}$/.test(name)) return name;
  }
  return nameIn('en-US', zone, 'short', at);
}

function nameIn(
  locale: string,
  timeZone: string,
  timeZoneName: 'short' | 'shortGeneric',
  at: number,
): string {
  const key = `${locale} ${timeZone} ${timeZoneName}`;
  const namer = namers.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, timeZoneName });
  namers.set(key, namer);
  return namer.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
