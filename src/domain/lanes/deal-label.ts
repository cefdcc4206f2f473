import { silenceWords } from '#domain/lanes/duration.js';
import { type LabelWish, reachOf } from '#domain/lanes/label.js';
import type { Lane, LaneStory, Pass } from '#domain/lanes/story.js';

export type DealLabel = LabelWish & { readonly tone: 'pass' | 'next' | 'other' | 'nobody' | 'quiet' };

/** Labels stand above for the host, below for the buyer, and for the partner on the side the line leaves free. */
const LABEL_Y = { host: 46, partner: 147, buyer: 220 } as const;

/** One label per pass at most, none of them over the line of now; the newer of two that touch weighs more. */
export function passLabels(
  passes: readonly Pass[],
  discs: readonly { readonly x: number }[],
  now: number,
): DealLabel[] {
  return passes.map((pass, place) => {
    const x = discs[place]?.x ?? 0;
    const wished =
      pass.side === 'partner' ? freeSide(passes[place - 1]?.side, passes[place + 1]?.side) : 'middle';
    const label = { y: LABEL_Y[pass.side], text: pass.label, weight: place, tone: 'pass' as const };
    const crosses = reachOf({ x, text: pass.label, anchor: wished })[1] > now - 6;
    const anchor = crosses ? 'end' : wished;
    return {
      ...label,
      anchor,
      x: crosses ? Math.min(x + 6, now - 6) : x + { start: 7, middle: 0, end: -7 }[wished],
    };
  });
}

/** How long it has been silent, beside the dots that say so. It outweighs the pass before it. */
export function silenceLabel(
  story: LaneStory,
  last: { x: number; side: Lane } | undefined,
  now: number,
): DealLabel[] {
  const words = silenceWords(story);
  if (words === null || last === undefined) return [];
  const tone = story.alarmed ? 'nobody' : 'quiet';
  return [{ x: now - 6, y: LABEL_Y[last.side], text: words, anchor: 'end', weight: 9000, tone }];
}

function freeSide(
  before: Pass['side'] | undefined,
  after: Pass['side'] | undefined,
): 'start' | 'middle' | 'end' {
  if (before === 'buyer') return 'start';
  return after === 'buyer' ? 'end' : 'middle';
}
