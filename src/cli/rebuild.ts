import { progressLine } from '#cli/say.js';
import { inWorkspace } from '#database/workspace.js';
import { rebuild } from '#views/rebuild.store.js';
import type { Core } from '#worker/core.js';

export async function rebuildViews(core: Core): Promise<number> {
  const { room } = core;
  const rows = await inWorkspace(room.pool, room.workspace, (tx) =>
    rebuild(tx, room.workspace, progressLine('Folding')),
  );
  process.stdout.write(`${rows} saved rows were folded anew from the record.\n`);
  return 0;
}
