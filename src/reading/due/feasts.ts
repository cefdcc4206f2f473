import { Temporal } from 'temporal-polyfill';

type Day = Temporal.PlainDate;

/** Days that people name instead of a date, by how far they lie from Easter Sunday. */
const FROM_EASTER: readonly (readonly [pattern: string, days: number])[] = [
  ['ash wednesday|aschermittwoch|mercredi des cendres|miércoles de ceniza|mercoledì delle ceneri', -46],
  ['palm sunday|palmsonntag', -7],
  [
    'good friday|karfreitag|vendredi saint|viernes santo|venerdì santo|långfredagen|goede vrijdag|sexta-feira santa',
    -2,
  ],
  ['easter monday|ostermontag|lundi de pâques|pasquetta|annandag påsk|tweede paasdag', 1],
  ['easter(?: sunday)?|ostern|pâques|semana santa|pascua|pasqua|påsken?|pasen|páscoa', 0],
  ['ascension(?: day)?|christi himmelfahrt|ascension|ascensión|ascensione|kristi himmelsfärd|hemelvaart', 39],
  ['whit monday|pfingstmontag', 50],
  ['pentecost|whitsun|pfingsten|pentecôte|pentecostés|pentecoste|pingst|pinksteren', 49],
];

const FIXED: readonly (readonly [pattern: string, month: number, day: number])[] = [
  ['christmas eve|heiligabend|nochebuena|julafton', 12, 24],
  ['christmas|xmas|weihnachten|noël|navidad|natale|jul|kerst|natal', 12, 25],
  ["new year's eve|silvester|saint-sylvestre|nochevieja|nyårsafton|oudejaarsdag", 12, 31],
  ["new year(?:'s)?(?: day)?|neujahr|nouvel an|año nuevo|capodanno|nyår|nieuwjaar|ano novo", 1, 1],
];

/** One expression for every feast that has a name here. */
export const FEAST_PATTERN = [...FROM_EASTER, ...FIXED].map(([pattern]) => pattern).join('|');

/** The next day of that name on or after a day, or null where the name is unknown. */
export function feastDay(name: string, said: Day): Day | null {
  const is = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'iu').test(name);
  const moving = FROM_EASTER.find(([pattern]) => is(pattern));
  const fixed = FIXED.find(([pattern]) => is(pattern));
  for (const year of [said.year, said.year + 1]) {
    const day = moving
      ? easter(year).add({ days: moving[1] })
      : fixed
        ? Temporal.PlainDate.from({ year, month: fixed[1], day: fixed[2] })
        : null;
    if (day && Temporal.PlainDate.compare(day, said) >= 0) return day;
  }
  return null;
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876; Meeus, Astronomical Algorithms, 8). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}
