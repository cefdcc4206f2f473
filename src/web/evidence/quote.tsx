import type { QuoteShown } from '#contract/words.js';

/** Words that a person wrote or said, exactly, in their own language. */
export function Quote({
  quote,
  quiet = false,
}: {
  quote: Pick<QuoteShown, 'quote' | 'lang'>;
  quiet?: boolean;
}) {
  return (
    <span className={`quote ${quiet ? 'quiet' : ''}`} lang={quote.lang ?? undefined}>
      {flow(quote.quote)}
    </span>
  );
}

/** The number that leads from an answer to its words, and back. */
export function EvidenceNumber({ number, href }: { number: number; href?: string }) {
  if (href === undefined) return <span className="evidence">{number}</span>;
  return (
    <a className="evidence" href={href} aria-label={`The words, number ${number}`}>
      {number}
    </a>
  );
}

/** A quote may reach over line ends of the mail; beside its answer it flows. The words stay the same. */
function flow(words: string): string {
  return words.replace(/\s*\n\s*/g, ' ');
}
