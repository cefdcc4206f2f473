import { readClock, readNoClock } from '#clocks/first-action.js';
import type { DealSummary } from '#views/deal/summary.js';
import { type WorkspaceState, weekOf } from '#views/workspace/state.js';

/** The clock of a deal as it stands now, in the owner's working week. */
export function showClock(workspace: WorkspaceState, summary: DealSummary, now: string) {
  if (summary.clock !== null) return readClock(summary.clock, now);
  return readNoClock(summary.asks ? 'asks' : 'none', weekOf(workspace, summary.owner), now);
}
