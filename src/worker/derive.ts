import { deriveClock } from '#actions/clock/derive.js';
import { perform, type Room } from '#actions/perform.js';
import { readWorkspace } from '#database/workspace.js';
import { arrivalsToDerive, dealsWithClock } from '#worker/derive.store.js';
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
  const since = new Date(Date.parse(room.now()) - LOOK_BACK).toISOString();
  for (const arrival of await arrivalsToDerive(room.pool, room.workspace, since))
    await readOne(room, reader, arrival);
  for (const deal of await dealsWithClock(room.pool, room.workspace)) {
    await perform(room, {
      action: deriveClock,
      asked: { deal },
      actor: 'baton',
      operation: room.mint('operation'),
    });
  }
}

// What was not taken a month ago is not looked at again because a partner's domain was added today.
const LOOK_BACK = 30 * 86_400_000;
