import type { Lane } from '#domain/lanes/story.js';

export type Disc = { readonly x: number; readonly y: number; readonly side: Lane };

/**
 * The baton's line through its passes as SVG path data: level while it is held, and an S to the next lane
 * that ends exactly at the pass. `reach` is the widest that an S may be, in the units of `x`.
 */
export function batonLine(
  discs: readonly { readonly x: number; readonly y: number }[],
  reach: number,
): string {
  const [first, ...rest] = discs;
  if (first === undefined) return '';
  let path = `M${round(first.x)} ${round(first.y)}`;
  let from = first;
  for (const to of rest) {
    path += to.y === from.y ? `H${round(to.x)}` : passTo(from, to, reach);
    from = to;
  }
  return path;
}

function passTo(from: { x: number; y: number }, to: { x: number; y: number }, reach: number): string {
  // A tenth of the way stays level, so that two close passes still read as held, then passed.
  const width = Math.min(reach, 0.9 * Math.max(0, to.x - from.x));
  const start = to.x - width;
  const pull = 0.55 * width;
  return `H${round(start)}C${round(start + pull)} ${round(from.y)} ${round(to.x - pull)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

/** One decimal is finer than a pixel and keeps a drawing of a row under 1.2 KB. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
