/** One line of a decoded body, and where it stands there. A quote prefix that was taken off is not part of it. */
export type Line = { readonly text: string; readonly at: number };

/** Cuts a body into its lines. Line ends are LF, as the decoder makes them. */
export function linesOf(body: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of body.split('\n')) {
    lines.push({ text, at });
    at += text.length + 1;
  }
  return lines;
}

/** Lines put together again, and the pieces of the result in the body: [start in text, start in body, length]. */
export type Assembled = {
  readonly text: string;
  readonly spans: readonly (readonly [number, number, number])[];
};

/**
 * Joins lines with LF, without blank lines at either end. Neighbours in the body become one piece, so that
 * a mail without quotes has exactly one.
 */
export function assemble(all: readonly Line[]): Assembled {
  const lines = trimBlank(all);
  const spans: [number, number, number][] = [];
  let length = 0;
  let text = '';
  const pieces: string[] = [];
  lines.forEach((line, place) => {
    const last = spans.at(-1);
    const start = place === 0 ? 0 : length + 1;
    if (last && last[1] + (start - 1 - last[0]) === line.at - 1) last[2] = start + line.text.length - last[0];
    else if (line.text.length > 0) spans.push([start, line.at, line.text.length]);
    pieces.push(line.text);
    length = start + line.text.length;
  });
  text = pieces.join('\n');
  return { text, spans };
}

/** The lines without blank ones at either end. */
export function trimBlank(lines: readonly Line[]): readonly Line[] {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start])) start += 1;
  while (end > start && isBlank(lines[end - 1])) end -= 1;
  return lines.slice(start, end);
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

/** The words of some lines, for keeping aside. */
export function wordsOf(lines: readonly Line[]): string {
  return trimBlank(lines)
    .map(({ text }) => text)
    .join('\n');
}

/** Takes one level of `> ` off a line, or null where there is none. */
export function unquoted(line: Line): Line | null {
  const prefix = /^\s{0,3}>\s?/.exec(line.text);
  return prefix ? { text: line.text.slice(prefix[0].length), at: line.at + prefix[0].length } : null;
}
