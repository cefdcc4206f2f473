/**
 * A rule said no. Returned, never thrown. The code is dotted field words and never a protocol's number;
 * `because` is one sentence that a person can act on.
 */
export type Refusal = { readonly refused: string; readonly because: string };

export function refuse(refused: string, because: string): Refusal {
  return { refused, because };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
