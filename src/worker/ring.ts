import { ringClock } from '#actions/clock/ring.js';
import { perform, type Room } from '#actions/perform.js';
import { inWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { callClock, findDue, forgetCalls } from '#worker/due.store.js';

/**
 * Looks which clocks are due and makes an errand for each, named after the occurrence: so two servers that look
 * at the same moment make one. Returns how many were due.
 */
export async function callDueClocks(room: Room): Promise<number> {
  const now = room.now();
  return inWorkspace(room.pool, room.workspace, async (tx) => {
    const due = await findDue(tx, room.workspace, now);
    await forgetCalls(tx, room.workspace, now);
    for (const each of due) await callClock(tx, room.workspace, each, now);
    return due.length;
  });
}

export async function ringDeal(room: Room, deal: Id<'deal'>): Promise<void> {
  await perform(room, {
    action: ringClock,
    asked: { deal },
    actor: 'baton',
    operation: room.mint('operation'),
  });
}
