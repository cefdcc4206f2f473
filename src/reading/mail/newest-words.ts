import type { MailWords } from '#domain/intro.js';
import { robotLines } from '#reading/mail/disclaimer.js';
import { type Seam, seamOf } from '#reading/mail/history.js';
import { assemble, isBlank, type Line, trimBlank, wordsOf } from '#reading/mail/lines.js';
import { signatureStart } from '#reading/mail/signature.js';

/** The lines of a mail, sorted: each line that says something is in exactly one of the three. */
export type Sorted = {
  readonly written: readonly Line[];
  readonly history: readonly Line[];
  /** Signature, disclaimers, and words that the HTML hides. */
  readonly aside: readonly Line[];
};

/** Sets quoted history, signature, disclaimers and hidden words apart from the newest words. Linear in the lines. */
export function sortLines(lines: readonly Line[], hidden: readonly string[] = []): Sorted {
  const seam = seamOf(lines);
  const { newest, history } = seam ? apart(lines, seam) : { newest: lines, history: [] };
  const veiled: Line[] = [];
  const shown: Line[] = [];
  for (const line of newest) (hidden.length > 0 && isHidden(line, hidden) ? veiled : shown).push(line);
  const robot = robotLines(shown);
  const said = shown.filter((_, place) => !robot.has(place));
  const start = signatureStart(said);
  return {
    written: trimBlank(said.slice(0, start)),
    history,
    aside: [...said.slice(start), ...shown.filter((_, place) => robot.has(place)), ...veiled],
  };
}

/** Sorted lines as a reading keeps them. `before` was set apart above these lines: a forwarder's note and head. */
export function mailWords(sorted: Sorted, before: readonly Line[] = []): MailWords {
  const { text, spans } = assemble(sorted.written);
  return {
    text,
    spans,
    quotedHistory: wordsOf([...before, ...sorted.history]),
    signature: wordsOf(sorted.aside),
  };
}

/** Answers written between quoted lines are newest words; everything else below the seam is history. */
function apart(lines: readonly Line[], seam: Seam): { newest: readonly Line[]; history: readonly Line[] } {
  const newest = lines.slice(0, seam.at);
  const below = lines.slice(seam.at);
  const answers = seam.kind === 'quotes' || seam.kind === 'wrote' ? answersIn(below) : new Set<Line>();
  if (answers.size === 0) return { newest, history: below };
  return {
    newest: [...newest, ...below.filter((line) => answers.has(line))],
    history: below.filter((line) => !answers.has(line)),
  };
}

/** The lines between and after `>` lines that somebody wrote now. Broken ends of quoted lines are not. */
function answersIn(below: readonly Line[]): Set<Line> {
  const answers = new Set<Line>();
  const firstQuote = below.findIndex(({ text }) => isQuote(text));
  if (firstQuote < 0 || firstQuote > 6) return answers;
  let block: Line[] = [];
  let above: Line | null = null;
  const close = (next: Line | null) => {
    const said = block.filter((line) => !isBlank(line));
    const joined = above !== null && block[0] === said[0];
    const brokenEnd =
      joined &&
      said.length === 1 &&
      (above?.text.length ?? 0) >= 60 &&
      next !== null &&
      /^\s*[\p{Ll}\d(]/u.test(said[0]?.text ?? '');
    if (said.length > 0 && !brokenEnd) for (const line of block) answers.add(line);
    block = [];
  };
  for (const line of below.slice(firstQuote)) {
    if (isQuote(line.text)) {
      close(line);
      above = line;
    } else block.push(line);
  }
  close(null);
  return answers;
}

function isQuote(text: string): boolean {
  return /^\s{0,3}>/.test(text);
}

/** Whether a line of the plain text repeats words that the HTML hides from whoever reads it. */
function isHidden(line: Line, hidden: readonly string[]): boolean {
  const words = line.text.replace(/\s+/g, ' ').trim();
  return words.length >= 12 && hidden.some((text) => text.includes(words));
}
