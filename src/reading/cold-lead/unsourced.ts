import type { ColdFacts, ColdFinding } from '#reading/cold-lead/cold-facts.js';
import { type DayNamed, dayOfIso, daysOf, isSameDay } from '#reading/cold-lead/day.js';
import { type Figure, figuresOf, isSameFigure } from '#reading/cold-lead/figure.js';
import { strangeNames, wordsOf } from '#reading/cold-lead/name.js';
import { openGaps } from '#reading/cold-lead/open-gap.js';
import { CLOCK_TIME, isStep } from '#reading/cold-lead/own-step.js';
import { numberOf } from '#reading/due/calendar-words.js';
import { type Sentence, sentencesOf } from '#reading/mail/sentences.js';

/** Names, numbers, sums and days of a text that stand in nothing that the deal knows. */
export function unsourced(text: string, language: 'en' | 'de', facts: ColdFacts): ColdFinding[] {
  const sources = facts.sources.map((each) => each.text).join('\n\n');
  const gaps = openGaps(text);
  const found = [
    ...strangeDays(text, facts, sources),
    ...strangeFigures(text, sources),
    ...strangeNames(text, language, new Set([sources, ...facts.names].flatMap(wordsOf))).map(
      ({ start, end }) => ({ start, end, about: 'name' as const }),
    ),
  ];
  return found
    .filter((each) => !gaps.some((gap) => gap.start < each.end && each.start < gap.end))
    .map(({ start, end, about }) => ({
      kind: 'unsourced',
      start,
      end,
      words: text.slice(start, end),
      about,
      answers: [],
    }));
}

type Found = { readonly start: number; readonly end: number; readonly about: 'number' | 'money' | 'date' };

/** Days that nobody named. A day that the writer proposes or promises for themselves needs no source. */
function strangeDays(text: string, facts: ColdFacts, sources: string): Found[] {
  const known = [...daysOf(sources), ...facts.days.map(dayOfIso)];
  const sentences = sentencesOf(text);
  return daysOf(text).flatMap((day) => {
    if (known.some((each) => isSameDay(day, each))) return [];
    const sentence = sentences.find(({ start, end }) => start <= day.start && day.start < end);
    if (sentence !== undefined && isTyped(sentence.text, day, facts.today)) return [];
    return [{ start: day.start, end: day.end, about: 'date' as const }];
  });
}

/** How far ahead people propose times and promise things: a later day is a claim about the buyer's year. */
const NEAR_DAYS = 35;

function isTyped(sentence: string, day: DayNamed, today: string | null): boolean {
  if (!CLOCK_TIME.test(sentence) && !isStep(sentence)) return false;
  if (today === null || day.day === null) return day.day !== null;
  const now = Date.parse(today);
  const year = day.year ?? Number(today.slice(0, 4));
  return [year, year + 1].some((each) => {
    const days = (Date.UTC(each, day.month - 1, day.day ?? 1) - now) / 86_400_000;
    return days >= 0 && days <= NEAR_DAYS;
  });
}

function strangeFigures(text: string, sources: string): Found[] {
  const dated = daysOf(sources);
  // The 9 of "9 February" says nothing of nine hours.
  const known = [...figuresOf(sources), ...spelled(sources)].filter(
    (figure) => !dated.some((day) => day.start < figure.end && figure.start < day.end),
  );
  const days = daysOf(text);
  const digits = sources.replace(/\D/g, '');
  const sentences = sentencesOf(text);
  return figuresOf(text).flatMap((figure) => {
    const { start, end, currency } = figure;
    if (days.some((day) => day.start < end && start < day.end)) return [];
    if (isNoClaim(text, figure, sentences)) return [];
    if (known.some((each) => isSameFigure(figure, each))) return [];
    const long = text.slice(start, end).replace(/\D/g, '');
    if (currency === null && long.length >= 7 && digits.includes(long)) return [];
    return [{ start, end, about: currency === null ? ('number' as const) : ('money' as const) }];
  });
}

// Numbers in words of further languages, so that "onze hôtels" is a source of "11 hotels".
function spelled(sources: string): Figure[] {
  return [...sources.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const value = numberOf(match[0]);
    if (value === null) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        values: [value],
        currency: null,
        written: 'words' as const,
      },
    ];
  });
}

const HOUR_BEHIND =
  /^\s?(?:[:.]\d\d|am\b|pm\b|uhr\b|h\b|o['’]clock)|^\s?[-–]\s?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|uhr|[:.]\d\d)/iu;
const HOUR_BEFORE =
  /(?:\d{1,2}[:.]|\d[:.]\d\d\s?[-–]\s?|\d\s?[-–]\s?|\bat |\bum |\bgegen |\bab |\baround |\bfrom |\bto )$/iu;
const DAY_BEFORE =
  /\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?,? (?:the )?$|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|mo|di|mi|do|fr)\.?,? (?:den |dem )?$/iu;
/** What a writer offers by the number without claiming anything about the buyer. */
const OFFERED =
  /^[-\s]?(?:quick |short |brief |more |other |kurze[nr]? |weitere[nr]? )?(?:times?\b|slots?|options?|dates?|things?|questions?|points?|ways?|steps?|lines?|pages?|of us|of you|or |to |oder |bis |termine?n?|zeiten|vorschläge|fragen|punkte|seiten|von uns)/iu;
/** How long something takes: an offer in a sentence that offers, else a claim. */
const LASTING =
  /^[-\s]?(?:min\b|mins\b|minutes?|minuten|hours?|stunden?|days?|weeks?|tagen?|wochen|(?:working|business) (?:days?|hours?)|werktagen?)/iu;

function isNoClaim(
  text: string,
  { start, end, written, values, currency }: Figure,
  sentences: readonly Sentence[],
): boolean {
  if (currency !== null) return false;
  const [before, after] = [text.slice(Math.max(0, start - 16), start), text.slice(end, end + 28)];
  if (/[\p{L}@_/#.-]$/u.test(before) && /\S$/.test(before) && !/[-–(]$/.test(before)) return true;
  if (
    HOUR_BEHIND.test(after) ||
    (HOUR_BEFORE.test(before) &&
      isHour(values) &&
      !/^\s(?!(?:on|this|next|tomorrow|today|and|or|your|und|oder|am|an)\b)\p{Ll}/u.test(after))
  )
    return true;
  if (/\d[:.]$/.test(before) && written === 'digits') return true;
  if (DAY_BEFORE.test(before)) return true;
  // Of the first lines' numbered lists the number says nothing.
  if (/(?:^|\n)\s*$/.test(before) && /^[.)]\s/.test(after)) return true;
  const sentence = sentences.find((each) => each.start <= start && start < each.end);
  if (OFFERED.test(after)) return true;
  return (
    LASTING.test(after) && sentence !== undefined && (isStep(sentence.text) || sentence.text.includes('?'))
  );
}

function isHour(values: readonly number[]): boolean {
  return values.every((value) => value <= 24);
}
