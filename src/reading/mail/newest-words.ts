import type { MailWords } from '#domain/intro.js';
import { robotLines } from '#reading/mail/disclaimer.js';
import { type Seam, seamOf } from '#reading/mail/history.js';
import { assemble, isBlank, type Line, wordsOf } from '#reading/mail/lines.js';
import { signatureStart } from '#reading/mail/signature.js';

/**
 * Sets quoted history, signature, disclaimers and hidden words apart from the newest words of a mail. Every
 * line that says something is in exactly one of the three; none is lost. Linear in the lines.
 * `before` are lines that somebody already set apart above these (a forwarder's note).
 */
export function newestWords(
  lines: readonly Line[],
  hidden: readonly string[] = [],
  before: readonly Line[] = [],
): MailWords {
  const seam = seamOf(lines);
  const { newest, history } = seam ? apart(lines, seam) : { newest: lines, history: [] };
  const veiled = newest.filter((line) => isHidden(line, hidden));
  const shown = veiled.length === 0 ? newest : newest.filter((line) => !veiled.includes(line));
  const robot = robotLines(shown);
  const written = shown.filter((_, place) => !robot.has(place));
  const start = signatureStart(written);
  const { text, spans } = assemble(written.slice(0, start));
  const aside = [...written.slice(start), ...shown.filter((_, place) => robot.has(place)), ...veiled];
  return { text, spans, quotedHistory: wordsOf([...before, ...history]), signature: wordsOf(aside) };
}

/** Answers written between quoted lines are newest words; everything else below the seam is history. */
function apart(lines: readonly Line[], seam: Seam): { newest: Line[]; history: Line[] } {
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
  const firstQuote = below.findIndex(({ text }) => isQuote(text));
  const answers = new Set<Line>();
  if (firstQuote < 0 || firstQuote > 6) return answers;
  let block: Line[] = [];
  const close = (next: Line | undefined) => {
    const said = block.filter((line) => !isBlank(line));
    const above = said[0] ? below[below.indexOf(said[0]) - 1] : undefined;
    const brokenEnd =
      said.length === 1 &&
      above !== undefined &&
      isQuote(above.text) &&
      above.text.length >= 60 &&
      next !== undefined &&
      /^\s*[\p{Ll}\d(]/u.test(said[0]?.text ?? '');
    if (said.length > 0 && !brokenEnd) for (const line of block) answers.add(line);
    block = [];
  };
  for (const line of below.slice(firstQuote)) {
    if (isQuote(line.text)) close(line);
    else block.push(line);
  }
  close(undefined);
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
