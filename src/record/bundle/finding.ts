/** Something in a bundle that is not as it was sealed or signed, and where. */
export type Finding = {
  readonly code: string;
  /** The chain, or null where it is about the bundle as a whole. */
  readonly chain: string | null;
  /** The entry, or null where it is about none. */
  readonly number: number | null;
  readonly because: string;
};

/** One thing that was looked at. Nothing found says that it is well. */
export type Check = { readonly what: string; readonly findings: readonly Finding[] };

/** A finding that is about the bundle and no chain of it. */
export function ofBundle(code: string, because: string): Finding {
  return { code, chain: null, number: null, because };
}
