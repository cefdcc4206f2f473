/** Says what we rely on. A broken claim is our bug: the request stops here and nothing is stored. */
export function must(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`This was taken for granted and is not so: ${claim}`);
}
