/**
 * Phrases that people use, compiled to one expression. In a phrase `*` stands for up to three words, `#` for a
 * number, `word~` for any ending and `(this|that)` for either. Case and the form of apostrophes do not matter.
 * No phrase can make the matching slow: every repetition has a small upper bound.
 */
export type Cue = RegExp;

/** Splits a list as the lexicons write it: phrases between `;`, over any number of lines. */
export function phrases(list: string): string[] {
  return list
    .split(/[;\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

export function compile(list: readonly string[]): Cue {
  if (list.length === 0) return /(?!)/gu;
  // The longest phrase first, so that it is the one found.
  const sources = [...list]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => sourceOf(folded(phrase)));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** The same text with plain apostrophes, quotes and spaces. No offset moves. */
export function folded(text: string): string {
  return text
    .replace(/[\u2018\u2019\u00b4\u0060\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u00a0\u202f\u2009\t]/g, ' ');
}

/** Where a cue stands in a folded text. */
export function hitsOf(cue: Cue, text: string): { start: number; end: number }[] {
  return [...text.matchAll(cue)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export function has(cue: Cue, text: string): boolean {
  cue.lastIndex = 0;
  const found = cue.test(text);
  cue.lastIndex = 0;
  return found;
}

const ESCAPED = /[.+?^${}[\]\\/]/g;

function sourceOf(phrase: string): string {
  let source = '';
  for (const token of phrase.split(/\s+/)) {
    if (token === '*') {
      source += '(?:\\s{1,3}(?:\\d{1,2}\\.|[^\\s.!?;:]{1,30})){0,3}';
      continue;
    }
    const word = token
      .replace(ESCAPED, (sign) => `\\${sign}`)
      .replace(/\(/g, '(?:')
      .replace(/#/g, "\\d[\\d.,']{0,12}")
      .replace(/~/g, '\\p{L}{0,20}');
    source += source === '' ? word : `\\s{1,3}${word}`;
  }
  return source;
}
