import type { FindingHeld } from '#record/kinds/shapes.js';

type Quoted = Pick<FindingHeld, 'arrival' | 'part' | 'start' | 'end' | 'quote'>;

/** A quote with its place, and the number that it carries in the mail beside it, where it has one. */
export function showQuote(quoted: Quoted, lang: string | null, mark: number | null) {
  const { quote, arrival, part, start, end } = quoted;
  return { quote, arrival, part, start, end, place: `mail ${arrival.slice(-4)}`, lang, mark };
}
