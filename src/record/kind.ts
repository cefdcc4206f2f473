import type { z } from 'zod';

/** Which chain a kind of entry stands on. For a deal this is the wall between the two companies. */
export type Chain = 'workspace' | 'arrival' | 'record' | 'notebook';

/** Gives people's and partners' names for a sentence. */
export type Names = {
  readonly person: (id: string | null) => string;
  readonly partner: (id: string | null) => string;
};

/** One kind of entry: where it stands, what it holds, and how it says itself in one sentence. */
export type Kind<C extends z.ZodType = z.ZodType> = {
  readonly kind: string;
  readonly chain: Chain;
  readonly content: C;
  readonly say: (content: z.output<C>, names: Names) => string;
};

export function kind<K extends string, Ch extends Chain, C extends z.ZodType>(definition: {
  kind: K;
  chain: Ch;
  content: C;
  say: (content: z.output<C>, names: Names) => string;
}) {
  return definition;
}
