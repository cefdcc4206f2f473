/** One sentence, with its place in the text. `paragraph` counts from 0. */
export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly paragraph: number;
};

/** Longest stretch that is read as one sentence: beyond it nothing is a sentence any more. */
const LONGEST = 700;

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof st sr sra dña jr inc ltd co corp dept approx ca z.b bzw u.a d.h e.g i.e vs etc nr hr fr no tel ' +
    'mme mlle m p.ex cf env av s.a p.s ps dipl ing usw evtl ggf inkl exkl mio mrd sig dott avv ing geom rag spett pag ' +
    'bl.a t.ex dvs osv o.s.v kl bijv enz mevr dhr exmo jan feb mar apr jun jul aug sep sept oct okt nov dec dez'
  ).split(' '),
);

/**
 * Cuts a text into sentences. Hard-wrapped lines belong together; blank lines, list items and short lines that
 * stand alone do not. Offsets are exact: `text.slice(start, end)` is the sentence. Linear.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [paragraph, block] of blocksOf(text).entries()) {
    let start = block.start;
    for (const end of endsIn(text, block.start, block.end)) {
      push(sentences, text, start, end, paragraph);
      start = end;
    }
    push(sentences, text, start, block.end, paragraph);
  }
  return sentences;
}

function push(sentences: Sentence[], text: string, from: number, to: number, paragraph: number): void {
  let start = from;
  let end = to;
  while (start < end && /[\s•·*‣–-]/.test(text.charAt(start)) && !/\d/.test(text.charAt(start + 1)))
    start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  for (; end - start > LONGEST; start += LONGEST) {
    sentences.push({ start, end: start + LONGEST, text: text.slice(start, start + LONGEST), paragraph });
  }
  if (end > start) sentences.push({ start, end, text: text.slice(start, end), paragraph });
}

/** A line of a form: "Contact ..... Isla", "Customer: Castlemoor". */
const LABELLED = /^\s{0,4}\p{Lu}[\p{L} /&-]{1,28}?\s?(?:\.{3,40}|:)\s\S/u;

/** Stretches that no sentence crosses: paragraphs, list items, lines that stand alone. */
function blocksOf(text: string): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  let start = 0;
  let at = 0;
  let longest = 0;
  let before = '';
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== '') blocks.push({ start, end });
  };
  for (const line of text.split('\n')) {
    const blank = line.trim() === '';
    const item = /^\s*(?:[-•·*‣]|\d{1,2}[.)])\s/.test(line) || LABELLED.test(line);
    const alone = before !== '' && before.trimEnd().length < 45 && /^\s*[\p{Lu}\d"“¿¡]/u.test(line);
    if (
      blank ||
      item ||
      (alone && (longest <= 45 || !/[\p{Ll},]\s*$/u.test(before) || /,\s*$/.test(before)))
    ) {
      close(at);
      start = at;
      longest = 0;
    }
    longest = Math.max(longest, line.length);
    before = blank ? '' : line;
    at += line.length + 1;
  }
  close(text.length);
  return blocks;
}

function endsIn(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  const block = text.slice(start, end);
  for (const match of block.matchAll(/[.!?…]["”’»)\]]{0,3}(?=\s)/g)) {
    const at = match.index;
    const next = block.slice(at + match[0].length, at + match[0].length + 40).trimStart();
    if (!/^["“„‘«(¿¡[]?[\p{Lu}\d]/u.test(next) && !/^[¿¡:;(]/.test(next) && block.charAt(at) === '.') {
      // A lower-case beginning after a full stop: phone mails do that, abbreviations more often.
      if (isAbbreviated(block, at) || !/^\p{Ll}/u.test(next)) continue;
    }
    if (block.charAt(at) === '.' && isAbbreviated(block, at)) continue;
    ends.push(start + at + match[0].length);
  }
  return ends;
}

function isAbbreviated(block: string, dot: number): boolean {
  const word = /[\p{L}\p{N}.]{1,12}$/u.exec(block.slice(Math.max(0, dot - 12), dot))?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) && word !== 'I') return true;
  // "1. Juni", "den 3. mars": an ordinal goes on with a word.
  if (/^\d{1,2}$/.test(word) && /^\s+(?:\p{Lu}\p{L}{2,}|\p{Ll})/u.test(block.slice(dot + 1, dot + 20))) {
    return /^\s+(?:jan|feb|mär|mar|apr|mai|maj|jun|jul|aug|sep|okt|nov|dez|dec|woche|quartal|\p{Ll})/iu.test(
      block.slice(dot + 1, dot + 20),
    );
  }
  return ABBREVIATIONS.has(word.toLowerCase());
}
