import { readClock, readNoClock } from '#clocks/first-action.js';
import { readStep } from '#clocks/step.js';
import type { DealSummary } from '#views/deal/summary.js';
import { type WorkspaceState, weekOf } from '#views/workspace/state.js';

/** The clock of a deal as it stands now, in the owner's working week. */
export function showClock(workspace: WorkspaceState, summary: DealSummary, now: string) {
  if (summary.clock !== null) return readClock(summary.clock, now);
  const { step } = summary;
  if (step !== null && step.dueAt !== null) {
    return readStep(weekOf(workspace, step.person), { openedAt: step.openedAt, dueAt: step.dueAt }, now);
  }
  return readNoClock(summary.asks ? 'asks' : 'none', weekOf(workspace, summary.owner), now);
}
