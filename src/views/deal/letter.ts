import type { ContentOf } from '#record/kinds/every.js';
import type { Happened } from '#views/happened.js';

/** A mail of ours, from the key that let it out to what became of it. */
export type Letter = ContentOf<'letter.let-go'> & {
  /** Who let it out: a person, or `baton` by an admin's standing word. */
  readonly by: string;
  readonly letGoAt: string;
  /** Attempts that began; the last one may still be on its way. */
  readonly attempts: number;
  readonly isOnItsWay: boolean;
  readonly last: ContentOf<'letter.ended'> | null;
  readonly endedAt: string | null;
  /** By a person's word, where nobody could know from here. */
  readonly settled: boolean | null;
  readonly dropped: boolean;
  readonly returned: string | null;
};

/** What is true of a mail: it waits, it is out, or a person has to look. */
export type LetterState = 'going' | 'waits' | 'refused' | 'unknown' | 'went' | 'returned' | 'dropped';

/** An attempt whose outcome is unknown is repeated, same bytes, up to this many times. */
export const MOST_ATTEMPTS = 3;

export function foldLetter(letters: readonly Letter[], happened: Happened): readonly Letter[] {
  const { kind, content, entry } = happened;
  const change = (letter: string | null, said: Partial<Letter>) =>
    letters.map((each) => (each.letter === letter ? { ...each, ...said } : each));
  switch (kind) {
    case 'letter.let-go':
      return [
        ...letters,
        {
          ...content,
          by: entry.actor,
          letGoAt: entry.recordedAt,
          attempts: 0,
          isOnItsWay: false,
          last: null,
          endedAt: null,
          settled: null,
          dropped: false,
          returned: null,
        },
      ];
    case 'letter.begun':
      return change(content.letter, { attempts: content.attempt, isOnItsWay: true });
    case 'letter.ended':
      return change(content.letter, { last: content, endedAt: entry.recordedAt, isOnItsWay: false });
    case 'letter.settled':
      return change(content.letter, { settled: content.arrived });
    case 'letter.dropped':
      return change(content.letter, { dropped: true });
    case 'letter.returned':
      return change(content.letter, { returned: content.words });
    default:
      return letters;
  }
}

export function letterState(letter: Letter): LetterState {
  if (letter.dropped) return 'dropped';
  if (letter.returned !== null) return 'returned';
  if (letter.settled !== null) return letter.settled ? 'went' : 'refused';
  if (letter.last === null || letter.isOnItsWay) return 'going';
  switch (letter.last.outcome) {
    case 'taken':
      return 'went';
    case 'refused':
      return 'refused';
    default:
      if (letter.last.again !== null) return 'waits';
      return letter.last.outcome === 'unknown' ? 'unknown' : 'refused';
  }
}
