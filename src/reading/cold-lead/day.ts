import { MONTH_PATTERN, monthOf } from '#reading/due/calendar-words.js';

/** A calendar day or month as it stands in a text; what is not written is null. */
export type DayNamed = {
  readonly start: number;
  readonly end: number;
  readonly day: number | null;
  readonly month: number;
  readonly year: number | null;
};

const MONTH = `(?:${MONTH_PATTERN})`;
const FORMS = [
  // "1 July", "1. Juli 2026", "the 1st of July".
  `(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er)?\\s(?:of\\s|de\\s)?(?<month>${MONTH})(?:[.,]?\\s(?<year>20\\d\\d))?`,
  // "July 1", "July 1st, 2026".
  `(?<month>${MONTH})\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]\\d|\\s?(?:am|pm|uhr|:))(?:,?\\s(?<year>20\\d\\d))?`,
  '(?<year>20\\d\\d)-(?<monthDigits>\\d\\d)-(?<day>\\d\\d)',
  '(?<day>\\d{1,2})\\.(?<monthDigits>\\d{1,2})\\.(?<year>20\\d\\d)?',
  '(?<day>\\d{1,2})/(?<monthDigits>\\d{1,2})/(?<year>20\\d\\d)',
].map((form) => new RegExp(`(?<![\\p{L}\\d.,/])(?:${form})(?![\\p{L}\\d])`, 'giu'));

const ALONE = new RegExp(
  `(?<![\\p{L}\\d])(?<month>${MONTH_PATTERN})(?![\\p{L}\\d])(?:\\s(?<year>20\\d\\d))?`,
  'giu',
);

/** Every day and month that a text names by the calendar. Weekdays are none: they are what people propose. */
export function daysOf(text: string): DayNamed[] {
  const found: DayNamed[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const { day, month, monthDigits, year } = match.groups ?? {};
      const named = month === undefined ? Number(monthDigits) : monthOf(month);
      if (named === null || named < 1 || named > 12 || Number(day) < 1 || Number(day) > 31) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((each) => each.start < end && start < each.end)) continue;
      found.push({
        start,
        end,
        day: Number(day),
        month: named,
        year: year === undefined ? null : Number(year),
      });
    }
  }
  for (const match of text.matchAll(ALONE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const month = monthOf(match.groups?.month ?? '');
    if (month === null || !isMonth(text, match[0], start)) continue;
    if (found.some((each) => each.start < end && start < each.end)) continue;
    const year = match.groups?.year;
    found.push({ start, end, day: null, month, year: year === undefined ? null : Number(year) });
  }
  return found.sort((one, other) => one.start - other.start);
}

export function dayOfIso(iso: string): DayNamed {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { start: 0, end: 0, year, month, day };
}

/** Whether a day that is written may be one that is known: what both say agrees, and a month alone is in it. */
export function isSameDay(written: DayNamed, known: DayNamed): boolean {
  if (written.month !== known.month) return false;
  if (written.year !== null && known.year !== null && written.year !== known.year) return false;
  return written.day === null || written.day === known.day;
}

// "May" and "Mar" are also other words: alone they are months behind a word that leads to one.
function isMonth(text: string, word: string, start: number): boolean {
  if (!/^\p{L}{4,}/u.test(word) || /^(?:sept|sette|mars|mayo|maio|marts)$/i.test(word))
    return /(?:\b(?:in|by|since|until|till|before|after|late|early|mid|end of|im|bis|seit|ab|ende|anfang|mitte)[ -])$/i.test(
      text.slice(Math.max(0, start - 12), start),
    );
  return /^\p{Lu}/u.test(word);
}
