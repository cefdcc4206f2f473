import type { TextHeld } from '#record/bundle/shape.js';

/** Where a text lies in the folder of a bundle. */
export function fileOf({ arrival, part }: Pick<TextHeld, 'arrival' | 'part'>): string {
  return `evidence/${arrival}.${part}.txt`;
}
