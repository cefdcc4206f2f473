const SMALL: readonly (readonly string[])[] = [
  ['two', 'zwei', 'deux', 'dos', 'due', 'två', 'twee', 'dois', 'duas'],
  ['three', 'drei', 'trois', 'tres', 'tre', 'drie', 'três'],
  ['four', 'vier', 'quatre', 'cuatro', 'quattro', 'fyra', 'quatro'],
  ['five', 'fünf', 'cinq', 'cinco', 'cinque', 'fem', 'vijf'],
  ['six', 'sechs', 'seis', 'sei', 'sex', 'zes'],
  ['seven', 'sieben', 'siete', 'sette', 'sju', 'zeven', 'sete'],
  ['eight', 'acht', 'huit', 'ocho', 'otto', 'åtta', 'oito'],
  ['nine', 'neun', 'neuf', 'nueve', 'nove', 'nio', 'negen'],
  ['ten', 'zehn', 'dix', 'diez', 'dieci', 'tio', 'tien', 'dez'],
  ['eleven', 'elf', 'onze', 'once', 'undici', 'elva'],
  ['twelve', 'zwölf', 'douze', 'doce', 'dodici', 'tolv', 'twaalf', 'doze'],
  ['thirteen', 'dreizehn', 'treize'],
  ['fourteen', 'vierzehn', 'quatorze', 'catorce'],
  ['fifteen', 'fünfzehn', 'quinze', 'quince', 'quindici'],
  ['sixteen', 'sechzehn', 'seize'],
  ['seventeen', 'siebzehn'],
  ['eighteen', 'achtzehn'],
  ['nineteen', 'neunzehn'],
];

const TENS: readonly (readonly string[])[] = [
  ['twenty', 'zwanzig', 'vingt', 'veinte', 'venti'],
  ['thirty', 'dreißig', 'trente', 'treinta', 'trenta'],
  ['forty', 'vierzig', 'quarante', 'cuarenta', 'quaranta'],
  ['fifty', 'fünfzig', 'cinquante', 'cincuenta', 'cinquanta'],
  ['sixty', 'sechzig', 'soixante', 'sesenta'],
  ['seventy', 'siebzig'],
  ['eighty', 'achtzig'],
  ['ninety', 'neunzig'],
];

const UNITS = new Map<string, number>([
  ...SMALL.flatMap((names, place) => names.map((name) => [name, place + 2] as const)),
  ...TENS.flatMap((names, place) => names.map((name) => [name, (place + 2) * 10] as const)),
  ['dozen', 12],
  ['dutzend', 12],
]);

const ONES = new Map<string, number>([
  ['one', 1],
  ['ein', 1],
  ['eine', 1],
  ['a', 1],
]);

const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['hundert', 100],
  ['thousand', 1_000],
  ['tausend', 1_000],
  ['million', 1_000_000],
  ['millionen', 1_000_000],
]);

const WORD = /[\p{L}]+(?:-[\p{L}]+)?/gu;

export type NumberWord = { readonly start: number; readonly end: number; readonly value: number };

type Run = { readonly start: number; readonly end: number; readonly total: number; readonly part: number };

/** Numbers written out, from two on: "eleven thousand", "forty-four", "vierundvierzig". One is a mere article. */
export function numberWords(text: string): NumberWord[] {
  const found: NumberWord[] = [];
  let run: Run | null = null;
  const close = () => {
    if (run !== null && run.total + run.part > 1)
      found.push({ start: run.start, end: run.end, value: run.total + run.part });
    run = null;
  };
  for (const match of text.matchAll(WORD)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (run !== null && !/^\s$/.test(text.slice(run.end, start))) close();
    const next = extended(run, match[0].toLowerCase(), start, end);
    if (next === null) close();
    run = next;
  }
  close();
  return found;
}

/** The run with one more word, or null where the word does not go on with it. "2 thousand" is no run of words. */
function extended(run: Run | null, word: string, start: number, end: number): Run | null {
  const scale = SCALES.get(word);
  if (scale !== undefined) {
    if (run === null) return null;
    if (scale === 100) return { ...run, end, part: run.part * 100 };
    return { ...run, end, total: run.total + run.part * scale, part: 0 };
  }
  const unit = wordValue(word) ?? (run === null ? ONES.get(word) : undefined);
  if (unit === undefined) return null;
  return run === null ? { start, end, total: 0, part: unit } : { ...run, end, part: run.part + unit };
}

function wordValue(word: string): number | undefined {
  const whole = UNITS.get(word);
  if (whole !== undefined) return whole;
  const [tens, ones] = word.split('-');
  if (tens !== undefined && ones !== undefined) {
    const [left, right] = [UNITS.get(tens), UNITS.get(ones) ?? ONES.get(ones)];
    if (left !== undefined && left >= 20 && right !== undefined && right < 10) return left + right;
  }
  const joined = /^(\p{L}+)und(\p{L}+)$/u.exec(word);
  const [small, large] = [joined?.[1], joined?.[2]];
  if (small === undefined || large === undefined) return undefined;
  const [left, right] = [UNITS.get(small) ?? ONES.get(small), UNITS.get(large)];
  return left !== undefined && left < 10 && right !== undefined && right >= 20 ? left + right : undefined;
}
