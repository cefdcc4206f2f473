export type MailMark = { readonly start: number; readonly end: number; readonly number: number };

/** A run of the mail's words with the same marks on it. `start` counts in the mail's text. */
export type Piece = {
  readonly start: number;
  readonly text: string;
  /** The numbers of the marks that cover it. */
  readonly numbers: readonly number[];
  /** The numbers of the marks that end with it: their evidence is drawn behind it. */
  readonly ends: readonly number[];
  /** Whether a line ends here that was meant to end, not just wrapped. */
  readonly breaks: boolean;
};

export type Paragraph = { readonly start: number; readonly pieces: readonly Piece[] };

/**
 * Takes a mail's text apart for drawing, losing no character but the empty lines between paragraphs: every
 * piece knows where it stands, so that what a person selects can be found in the text again.
 */
export function cutMail(text: string, marks: readonly MailMark[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [start, end] of paragraphsOf(text)) {
    paragraphs.push({ start, pieces: piecesOf(text, start, end, marks) });
  }
  return paragraphs;
}

function paragraphsOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  const gap = /\n[ \t]*(?:\n[ \t]*)+/g;
  let start = 0;
  for (const match of text.matchAll(gap)) {
    if (match.index > start) found.push([start, match.index]);
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push([start, text.length]);
  return found.filter(([from, to]) => text.slice(from, to).trim() !== '');
}

function piecesOf(text: string, start: number, end: number, marks: readonly MailMark[]): Piece[] {
  const near = marks.filter((mark) => mark.start < end && mark.end > start);
  const breaks = hardBreaks(text, start, end);
  const cuts = [...new Set([start, end, ...breaks, ...near.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, place) => {
    const to = cuts[place + 1] ?? end;
    const covering = near.filter((mark) => mark.start <= from && mark.end >= to);
    return {
      start: from,
      text: text.slice(from, to),
      numbers: numbersOf(covering),
      // A mark that ends in the gap between two paragraphs ends, to the eye, with the first.
      ends: numbersOf(
        covering.filter((mark) => mark.end === to || (to === end && mark.end <= nextWord(text, end))),
      ),
      breaks: breaks.includes(to),
    };
  });
}

function numbersOf(marks: readonly MailMark[]): number[] {
  return [...new Set(marks.map((mark) => mark.number))].sort((a, b) => a - b);
}

function nextWord(text: string, from: number): number {
  const rest = /\S/.exec(text.slice(from));
  return rest === null ? text.length : from + rest.index;
}

/** Mail programs wrap at 72 to 78 columns (RFC 3676): a long line goes on, a short one was ended by its writer. */
const WRAPPED_FROM = 56;

function hardBreaks(text: string, start: number, end: number): number[] {
  const breaks: number[] = [];
  let from = start;
  for (;;) {
    const at = text.indexOf('\n', from);
    if (at === -1 || at >= end) return breaks;
    const [line, next] = [text.slice(from, at), text.slice(at + 1, end)];
    if (line.trimEnd().length < WRAPPED_FROM || /^\s*([-*•>]|\d+[.)])\s/.test(next)) breaks.push(at + 1);
    from = at + 1;
  }
}
