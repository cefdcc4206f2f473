import type { Id } from '#domain/id.js';

/**
 * The words that a claim rests on: a span of the decoded text of one part of one arrival.
 * Offsets are UTF-16 code units, `end` is exclusive, and `quote` is exactly what stands there.
 */
export type Evidence = {
  readonly arrival: Id<'arrival'>;
  /** Which decoded text of the arrival: `body` is the newest words of a mail. */
  readonly part: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

/** The same without the arrival: what a reader of one text returns. */
export type Span = { readonly start: number; readonly end: number; readonly quote: string };

/**
 * The one gate for evidence: true only where the quote stands in the text, exactly, at its place.
 * Whoever made the finding (rules, a model, a person) passes here or the finding is dropped.
 */
export function stands(span: Span, text: string): boolean {
  return (
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= 0 &&
    span.start < span.end &&
    span.end <= text.length &&
    text.slice(span.start, span.end) === span.quote
  );
}
