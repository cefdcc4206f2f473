import type { ColdShown, DraftShown } from '#contract/follow-up.js';

/** A sentence of the text as it stands now: one of the draft, with its numbers, or the writer's own. */
export type Placed = {
  readonly start: number;
  readonly end: number;
  readonly own: boolean;
  readonly marks: readonly number[];
};

/** Where the sentences of the draft stand in an edited text; what is between them is the writer's own. */
export function placeSentences(text: string, draft: Pick<DraftShown, 'text' | 'sentences'>): Placed[] {
  const placed: Placed[] = [];
  let from = 0;
  for (const { start, end, marks } of draft.sentences) {
    const words = draft.text.slice(start, end);
    const at = text.indexOf(words, from);
    if (at === -1) continue;
    placed.push(...ownSentences(text, from, at), { start: at, end: at + words.length, own: false, marks });
    from = at + words.length;
  }
  return [...placed, ...ownSentences(text, from, text.length)];
}

function ownSentences(text: string, from: number, to: number): Placed[] {
  return [...text.slice(from, to).matchAll(/[^\s][^\n]*?(?:[.!?…]["”’)]*(?=\s|$)|(?=\n|$))/g)].map(
    (match) => ({
      start: from + match.index,
      end: from + match.index + match[0].length,
      own: true,
      marks: [],
    }),
  );
}

/** A run of the text that is drawn alike. `ends` are the numbers drawn behind it. */
export type Run = {
  readonly start: number;
  readonly text: string;
  readonly own: boolean;
  readonly kinds: ReadonlySet<ColdShown['kind']>;
  readonly ends: readonly number[];
};

const DRAWN: ReadonlySet<ColdShown['kind']> = new Set(['cold-question', 'unsourced', 'open-gap']);

/** The paragraphs of a text, each in runs: cut where sentences and findings begin and end, losing no letter. */
export function runsOf(text: string, placed: readonly Placed[], findings: readonly ColdShown[]): Run[][] {
  const marked = findings.filter(({ kind, start, end }) => DRAWN.has(kind) && start < end);
  const bounds = [...placed, ...marked].flatMap(({ start, end }) => [start, end]);
  return paragraphsOf(text).map(([from, to]) => {
    const cuts = [...new Set([from, to, ...bounds.filter((cut) => cut > from && cut < to)])].sort(
      (a, b) => a - b,
    );
    return cuts.slice(0, -1).map((start, place) => {
      const end = cuts[place + 1] ?? to;
      const sentence = placed.find((each) => each.start <= start && end <= each.end);
      const over = marked.filter((each) => each.start <= start && end <= each.end);
      return {
        start,
        text: text.slice(start, end),
        own: sentence?.own ?? false,
        kinds: new Set(over.map(({ kind }) => kind)),
        ends: sentence !== undefined && sentence.end === end ? sentence.marks : [],
      };
    });
  });
}

function paragraphsOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n[ \t]*(?:\n[ \t]*)+/g)) {
    if (gap.index > from) found.push([from, gap.index]);
    from = gap.index + gap[0].length;
  }
  if (from < text.length) found.push([from, text.length]);
  return found;
}

/** A text without one stretch, and without the spaces and empty lines that would be left where it stood. */
export function without(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/(?:^|\n)[ \t]*$/.test(before)) return (before + after.replace(/^\s+/, '')).trimEnd();
  return before.replace(/[ \t]+$/, '') + after;
}
