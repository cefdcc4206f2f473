// What Markdown or HTML would act on. A mail is anybody's words: none of them may become a heading, a link or a
// picture that calls home when the minutes are opened.
const ACTS = /[\\`*_{}[\]<>#|~!&$^]/g;
// At the beginning of a line these make lists, rules and headings.
const BEGINS = /^(\s*)([-+=:]|\d+[.)])/;
// Control characters and those that turn the direction of writing round.
const UNSEEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Words as one line of Markdown that shows exactly them. */
export function plain(words: string): string {
  return words
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(UNSEEN, named)
    .replace(ACTS, '\\$&')
    .replace(BEGINS, begin);
}

/** Words as a block of quoted lines. Two spaces at the end of a line keep the next one a line of its own. */
export function quoted(words: string): readonly string[] {
  const lines = words
    .split(/\r?\n/)
    .map((line) => (line.trim() === '' ? '' : plain(line.replaceAll('\t', ' '))));
  return lines.map((line, place) => {
    if (line === '') return '>';
    return `> ${line.trimEnd()}${(lines[place + 1] ?? '') === '' ? '' : '  '}`;
  });
}

function named(letter: string): string {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `(U+${code})`;
}

function begin(_: string, space: string, mark: string): string {
  return `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`;
}
