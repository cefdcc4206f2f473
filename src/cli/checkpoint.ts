import { readWorkspace } from '#database/workspace.js';
import { newestNotes } from '#record/checkpoint.js';
import type { Core } from '#worker/core.js';

/** Prints the newest signed checkpoint of every chain. Kept elsewhere, they show later whether a chain was cut. */
export async function checkpoint(core: Core): Promise<number> {
  const { room } = core;
  const notes = await readWorkspace(room.pool, room.workspace, (tx) => newestNotes(tx, room.workspace));
  process.stdout.write(notes.join('\n'));
  return 0;
}
