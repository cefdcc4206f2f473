/** The input says less than was hoped, or cannot be read. It stands beside the findings; the input is kept. */
export type Problem = { readonly code: string; readonly because: string };
