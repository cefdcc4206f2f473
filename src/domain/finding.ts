import type { Span } from '#domain/evidence.js';

/** One thing that a reader found, with its words, who read it, and how sure that reader was (0 to 1). */
export type Finding = Span & { readonly reader: string; readonly confidence: number };

const STAKES = ['money', 'scope', 'competitor'] as const;
export type Stake = Finding & { readonly about: (typeof STAKES)[number] };

export type Ask = Finding & {
  readonly of: 'host' | 'partner' | 'buyer';
  /** A plain date, ISO 8601, or null where the words give none. */
  readonly due: string | null;
  readonly dueWords: string | null;
};

/** A promise made in a mail. */
export type Pledge = Finding & {
  readonly by: 'host' | 'partner' | 'buyer';
  readonly due: string | null;
  readonly dueWords: string | null;
};
