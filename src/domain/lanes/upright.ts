import { round } from '#domain/lanes/curve.js';
import { LANES, type Lane } from '#domain/lanes/story.js';

/** The upright places of the three lanes in the gutter of 64 px. */
export const GUTTER_LANES = [12, 32, 52] as const;

export type UprightDrawing = {
  readonly line: string;
  readonly discs: readonly { readonly x: number; readonly y: number; readonly side: Lane | null }[];
};

/**
 * The lanes turned upright, beside the record: one disc per entry at the height of its first line, and the
 * baton's line down through them. An entry of an unknown side keeps the lane that the line is in.
 */
export function drawUpright(
  entries: readonly { readonly y: number; readonly side: Lane | null }[],
): UprightDrawing {
  let x: number = GUTTER_LANES[0];
  const discs = entries.map((entry) => {
    if (entry.side !== null) x = GUTTER_LANES[LANES.indexOf(entry.side)] ?? x;
    return { x, y: round(entry.y), side: entry.side };
  });
  let line = '';
  let from: { x: number; y: number } | null = null;
  for (const to of discs) {
    line += from === null ? `M${to.x} ${to.y}` : turn(from, to);
    from = to;
  }
  return { line, discs };
}

function turn(from: { x: number; y: number }, to: { x: number; y: number }): string {
  if (from.x === to.x) return `V${to.y}`;
  const height = Math.min(32, 0.9 * Math.abs(to.y - from.y)) * Math.sign(to.y - from.y);
  const middle = (from.y + to.y) / 2;
  const [start, end] = [round(middle - height / 2), round(middle + height / 2)];
  const pull = round(height * 0.6);
  return `V${start}C${from.x} ${round(start + pull)} ${to.x} ${round(end - pull)} ${to.x} ${end}V${to.y}`;
}
