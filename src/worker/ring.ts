import { ringClock } from '#actions/clock/ring.js';
import { perform, type Room } from '#actions/perform.js';
import { inWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { errandPart } from '#record/errand.js';

/**
 * Looks which clocks are due and makes an errand for each, named after the occurrence: so two servers that look
 * at the same moment make one. Returns how many were due.
 */
export async function callDueClocks(room: Room): Promise<number> {
  const now = room.now();
  return inWorkspace(room.pool, room.workspace, async (tx) => {
    const due = await tx.query<{ deal: string; at: string }>({
      name: 'clocks_due',
      text: `
        select deal, to_char(ring_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') as at
          from baton.view_deal where workspace = $1 and ring_at <= $2::timestamptz limit 500`,
      values: [room.workspace, now],
    });
    for (const { deal, at } of due.rows) {
      const row = { id: `ring_${deal}_${at}`, kind: 'ring', subject: deal, detail: {}, notBefore: now };
      const { text, values } = errandPart(row);
      await tx.query({
        name: 'call_clock',
        text: `with w as (select $6::uuid as workspace) ${text} on conflict do nothing`,
        values: [...values, room.workspace],
      });
    }
    return due.rows.length;
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
