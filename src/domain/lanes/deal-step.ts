import { round } from '#domain/lanes/curve.js';
import type { DayScale } from '#domain/lanes/day-scale.js';
import type { DealLabel } from '#domain/lanes/deal-label.js';
import type { Lane, OpenStep } from '#domain/lanes/story.js';

export type DealRing = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly side: Lane | null;
  readonly late: boolean;
  readonly label: DealLabel | null;
};

/** A step that nobody owns hangs between the two selling lanes: it has no lane because it has no owner. */
const STEP_Y = { host: 56, partner: 128, buyer: 200, nobody: 92 } as const;
const LABEL_Y = { host: 42, partner: 149, buyer: 220, nobody: 96 } as const;

/** Open steps as rings: the next one large, the others small. Nothing stands right on the line of now. */
export function placeSteps(
  steps: readonly OpenStep[],
  scale: DayScale,
  now: number,
  right: number,
): DealRing[] {
  const next = steps.findIndex((step) => step.side !== null);
  return steps.map((step, place) => {
    const lane = step.side ?? 'nobody';
    const wished = step.dueAt === null ? now + 60 : scale.place(Date.parse(step.dueAt));
    const kept = step.late ? Math.min(wished, now - 14) : Math.max(wished, now + 14);
    const x = round(Math.min(Math.max(kept, 120), right - 9));
    const radius = place === next || step.side === null ? 8 : 5;
    return {
      x,
      y: STEP_Y[lane],
      radius,
      side: step.side,
      late: step.late,
      label: labelOf(step, { x, right, place, next: place === next }),
    };
  });
}

function labelOf(step: OpenStep, at: { x: number; right: number; place: number; next: boolean }): DealLabel {
  const { x, right } = at;
  const lane = step.side ?? 'nobody';
  const weight = 10_000 - at.place;
  const y = LABEL_Y[lane];
  const text = step.side === null ? `${step.label}: nobody` : step.label;
  const tone = step.side === null || step.late ? 'nobody' : at.next ? 'next' : 'other';
  const half = text.length * 3;
  if (step.side === null) return { x: x + 15, y, text, anchor: 'start', weight, tone };
  if (x + half > right) return { x: x + 8, y, text, anchor: 'end', weight, tone };
  return { x, y, text, anchor: 'middle', weight, tone };
}
