import type { Room } from '#actions/perform.js';
import { inWorkspace } from '#database/workspace.js';
import { signGrown } from '#record/checkpoint.js';
import type { Signer } from '#record/note.js';

// A chain is signed within five seconds of an append; looking back further costs nothing and forgives a pause.
const LOOK_BACK = 60_000;

/** Signs checkpoints for the chains that grew. After a start every chain is looked at once. */
export async function signChains(room: Room, signer: Signer, isFirst: boolean): Promise<number> {
  const now = room.now();
  const since = isFirst ? null : new Date(Date.parse(now) - LOOK_BACK).toISOString();
  return inWorkspace(room.pool, room.workspace, (tx) => signGrown(tx, room.workspace, signer, now, since));
}
