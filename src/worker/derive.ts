import { deriveClock } from '#actions/clock/derive.js';
import { perform, type Room } from '#actions/perform.js';
import { readOne as readRows, readWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { type Reader, readOne } from '#worker/read.js';

/**
 * After a change of the workspace: what waits in Intake and the intros that nobody took are read again with
 * what is known now, and clocks that run are measured in the week as it is now. What comes out the same
 * leaves no entry, so this is safe to repeat.
 */
export async function deriveAll(room: Room, reader: Reader): Promise<void> {
  await readWorkspace(room.pool, room.workspace, (tx) =>
    room.memory.fresh(tx, room.workspace, ['workspace']),
  );
  for (const arrival of await arrivalsToRead(room)) await readOne(room, reader, arrival);
  for (const deal of await dealsWithClock(room)) {
    await perform(room, {
      action: deriveClock,
      asked: { deal },
      actor: 'baton',
      operation: room.mint('operation'),
    });
  }
}

async function arrivalsToRead(room: Room): Promise<readonly Id<'arrival'>[]> {
  const rows = await readRows<{ arrival: Id<'arrival'> }>(room.pool, room.workspace, {
    name: 'arrivals_to_derive',
    text: `
      select a.arrival from baton.view_arrival a
        left join baton.view_deal d on d.workspace = a.workspace and d.deal = a.deal
       where a.workspace = $1
         and (d.state = 'arrived' or (a.deal is null and (a.box <> 'not-taken' or a.arrived_at > $2::timestamptz)))
       order by a.arrived_at`,
    values: [room.workspace, new Date(Date.parse(room.now()) - LOOK_BACK).toISOString()],
  });
  return rows.map((row) => row.arrival);
}

// What was not taken a month ago is not looked at again because a partner's domain was added today.
const LOOK_BACK = 30 * 86_400_000;

async function dealsWithClock(room: Room): Promise<readonly Id<'deal'>[]> {
  const rows = await readRows<{ deal: Id<'deal'> }>(room.pool, room.workspace, {
    name: 'deals_with_clock',
    text: `select deal from baton.view_deal where workspace = $1 and due_at is not null order by deal`,
    values: [room.workspace],
  });
  return rows.map((row) => row.deal);
}
