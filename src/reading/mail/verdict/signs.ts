import type { Finding } from '#domain/finding.js';
import { type Cue, folded, has, hitsOf } from '#reading/lexicon/cue.js';
import { findingIn, type Page } from '#reading/mail/page.js';

/** Each phrase of a list that stands in the words, as a finding, one a place; at most `most`. */
export function signs(page: Page, cue: Cue, most = 20): Finding[] {
  const found: Finding[] = [];
  for (const sentence of page.sentences) {
    for (const { start, end } of hitsOf(cue, sentence.plain)) {
      if (found.length >= most) return found;
      found.push(findingIn(sentence, 0.6, start, end));
    }
  }
  return found;
}

/** The same over every decoded word of the mail, footers too: robots say who they are at the end. */
export function kindsInAll(page: Page, cue: Cue): number {
  const text = folded(page.mail.body.slice(0, 20_000));
  return new Set(hitsOf(cue, text).map(({ start, end }) => text.slice(start, end).toLowerCase())).size;
}

/** How many different phrases of a list stand in the words: one said twice counts once. */
export function kinds(page: Page, cue: Cue): number {
  return new Set(signs(page, cue, 40).map(({ quote }) => quote.toLowerCase().replace(/\s+/g, ' '))).size;
}

export function subjectHas(page: Page, cue: Cue): boolean {
  return has(cue, folded(page.outer.subject)) || has(cue, folded(page.head.subject));
}

/** How many characters the newest words have. */
export function sizeOf(page: Page): number {
  return page.words.text.length;
}
