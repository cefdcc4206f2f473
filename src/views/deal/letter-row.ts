import type { Mailbox } from '#domain/party.js';
import { type Letter, type LetterState, letterState } from '#views/deal/letter.js';

/** A letter in a list. Its whole text stands in the notebook. */
export type LetterRow = {
  readonly letter: Letter['letter'];
  readonly purpose: Letter['purpose'];
  readonly subject: string;
  readonly first: string;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly by: string;
  readonly letGoAt: string;
  readonly state: LetterState;
  /** The mail server's words, where it said something. */
  readonly words: string | null;
  readonly attempts: number;
  readonly againAt: string | null;
  readonly endedAt: string | null;
};

const FIRST_WORDS = 140;
// A deal's row is written with each of its entries: what went long ago stays in the record alone.
const NEWEST = 12;

export function letterRows(letters: readonly Letter[]): readonly LetterRow[] {
  const rows = letters.map(rowOf);
  const isOver = ({ state }: LetterRow) => state === 'went' || state === 'dropped' || state === 'returned';
  const newest = new Set(rows.filter(isOver).slice(-NEWEST));
  return rows.filter((row) => !isOver(row) || newest.has(row));
}

function rowOf(letter: Letter): LetterRow {
  return {
    letter: letter.letter,
    purpose: letter.purpose,
    subject: letter.subject,
    first: letter.text.trim().replace(/\s+/g, ' ').slice(0, FIRST_WORDS),
    to: letter.to,
    cc: letter.cc,
    by: letter.by,
    letGoAt: letter.letGoAt,
    state: letterState(letter),
    words: letter.returned ?? letter.last?.words ?? null,
    attempts: letter.attempts,
    againAt: letter.last?.again ?? null,
    endedAt: letter.endedAt,
  };
}
