import type { Span } from '#domain/evidence.js';

/** A placeholder that was left: "[two or three times]". A bare number in brackets is a mark and none. */
const GAP = /\[(?=[^\]\n]{0,200}\p{L}{2})[^\]\n[]{2,200}\]/gu;

export function openGaps(text: string): Span[] {
  return [...text.matchAll(GAP)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    quote: match[0],
  }));
}
