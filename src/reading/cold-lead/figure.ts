import { numberWords } from '#reading/cold-lead/number-word.js';

/** A number as it stands in a text, with every value that it may mean, and its currency where it is money. */
export type Figure = {
  readonly start: number;
  readonly end: number;
  readonly values: readonly number[];
  readonly currency: string | null;
  readonly written: 'digits' | 'words';
};

const SIGN = '[$€£¥₹]|(?:US|NZ|A|C|CA|AU)\\$';
const CODE = 'usd|eur|gbp|chf|sek|nok|dkk|cad|aud|nzd|inr|jpy';
const WORD = 'dollars?|euros?|pounds?|francs?|franken|kronor|pfund|pesos|rupees';
const DIGITS = "\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d)(?:[.,]\\d{1,2})?|\\d+(?:[.,'’]\\d+)*";
const SCALE =
  'k|tsd\\.?|thousand|tausend|mil|m|mn|mio\\.?|million(?:en|s)?|miljoner|milioni|millones|bn|billion|mrd\\.?|milliarden?';

const FIGURE = new RegExp(
  `(?<before>(?:${SIGN})\\s?|(?<![\\p{L}])(?:${CODE})\\s)?(?<![\\p{L}\\d.,])(?<digits>${DIGITS})(?:\\s?(?<scale>${SCALE})(?![\\p{L}\\d]))?(?:\\s?(?<after>[$€£]|(?:${CODE}|${WORD})(?![\\p{L}])))?`,
  'giu',
);

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/[$]|usd|cad|aud|nzd|dollar/i, 'dollar'],
  [/€|eur/i, 'euro'],
  [/£|gbp|pound|pfund/i, 'pound'],
  [/chf|franc|franken/i, 'franc'],
  [/sek|nok|dkk|kronor/i, 'krona'],
  [/¥|jpy/i, 'yen'],
  [/₹|inr|rupee/i, 'rupee'],
];

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd|thousand|tausend|mil$)/i, 1_000],
  [/^(?:m$|mn|mio|million|miljon|milion|millon)/i, 1_000_000],
  [/^(?:bn|billion|mrd|milliard)/i, 1_000_000_000],
];

/** Every number of a text, in digits and in words. "$200K" and "200,000 dollars" are the same figure. */
export function figuresOf(text: string): Figure[] {
  const found = [...text.matchAll(FIGURE)].map((match): Figure => {
    const { before, digits = '', scale, after } = match.groups ?? {};
    const by = scaleOf(scale) ?? behind(text.slice(match.index + match[0].length));
    const plain = digitsValue(digits);
    return {
      start: match.index,
      end: match.index + match[0].length,
      values: by === null ? [plain] : scale === undefined ? [plain, plain * by] : [round(plain * by)],
      currency: currencyOf(before ?? after),
      written: 'digits',
    };
  });
  const words = numberWords(text)
    .filter((word) => !found.some((each) => each.start < word.end && word.start < each.end))
    .map(({ start, end, value }): Figure => {
      const after = new RegExp(`^\\s(?:${WORD})(?![\\p{L}])`, 'iu').exec(text.slice(end, end + 12))?.[0];
      return {
        start,
        end: end + (after?.length ?? 0),
        values: [value],
        currency: currencyOf(after),
        written: 'words',
      };
    });
  return [...found, ...words].sort((one, other) => one.start - other.start);
}

/** Whether two figures may be the same: a value in common, and no two different currencies. */
export function isSameFigure(one: Figure, other: Figure): boolean {
  if (one.currency !== null && other.currency !== null && one.currency !== other.currency) return false;
  return one.values.some((value) => other.values.includes(value));
}

// "$150-180k": the first number of a range takes the scale of the second.
function behind(rest: string): number | null {
  const match = new RegExp(`^\\s?[-–]\\s?(?:${SIGN})?\\d[\\d.,]*\\s?(${SCALE})(?![\\p{L}\\d])`, 'iu').exec(
    rest.slice(0, 24),
  );
  return scaleOf(match?.[1]);
}

function scaleOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  return SCALES.find(([pattern]) => pattern.test(word.replace(/\.$/, '')))?.[1] ?? null;
}

function currencyOf(words: string | undefined): string | null {
  if (words === undefined) return null;
  return CURRENCIES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** "1,400,000", "410.000", "23 000", "3.8" and "3,8": three digits behind a mark are a group. */
function digitsValue(digits: string): number {
  const plain = digits.replace(/[ \u00a0\u202f'’]/g, '');
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(plain)) return Number(plain.replace(/[.,]/g, ''));
  const grouped = /^(\d{1,3}(?:[.,]\d{3})+)[.,](\d{1,2})$/.exec(plain);
  if (grouped) return Number(`${(grouped[1] ?? '').replace(/[.,]/g, '')}.${grouped[2]}`);
  return Number(plain.replace(',', '.').replace(/,/g, '')) || Number(plain.replace(/\D/g, ''));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
