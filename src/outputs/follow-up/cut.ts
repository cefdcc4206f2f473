import type { Evidence } from '#domain/evidence.js';

/** Words of the mail that are told or quoted, with the span that they are. */
export type Cut = { readonly words: string; readonly evidence: Evidence };

/** What joins a clause to the one before. Other languages only in small letters: "En novembre" joins nothing. */
const LEADS =
  /^["“„'«\s]*(?:[-•*]\s|\d{1,2}[.)]\s)?(?:(?:[Nn]o|[Yy]es|[Jj]a|[Nn]ein)[.,]\s)?(?:\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?:\s)?(?:[Ff]or what it['’]s worth,?\s|[Pp]roblem is(?: that)?:?\s|[Rr]oughly:\s|[Aa]lso\s|(?:[Aa]nd|[Bb]ut|[Ss]o|while|because|und|aber|denn|et|mais|y|pero|e|ed|ma|och|men|maar)\s)?/u;

/** A quote without what joined it to the words before, and without the mark that ended it. */
export function cutOf(evidence: Evidence): Cut {
  const { quote } = evidence;
  const from = LEADS.exec(quote)?.[0].length ?? 0;
  const to = quote.trimEnd().replace(/[.,;:\s"”“»]+$/, '').length;
  return piece(evidence, from, Math.max(from + 1, to));
}

/** A piece of a quote, as a quote of its own. */
export function piece(evidence: Evidence, from: number, to: number): Cut {
  const quote = evidence.quote.slice(from, to);
  return {
    words: flat(quote),
    evidence: { ...evidence, start: evidence.start + from, end: evidence.start + to, quote },
  };
}

/** Mail programs wrap lines; in a sentence of its own the words flow. */
export function flat(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Words that mean another day once the mail is a day old. */
export const SOON =
  /(?<!\p{L})(?:tomorrow|today|tonight|yesterday|this (?:morning|afternoon|evening|week|month)|next (?:week|month)|heute|morgen|gestern|diese woche|nächste woche|mañana|hoy|demain|aujourd['’]hui|domani|oggi|imorgon|idag|vandaag|amanhã|hoje)(?!\p{L})/iu;
