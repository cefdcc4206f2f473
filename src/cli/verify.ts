import { readFile } from 'node:fs/promises';
import { progressLine, refuseAtTerminal } from '#cli/say.js';
import { readWorkspace } from '#database/workspace.js';
import { audit } from '#record/audit.js';
import type { Core } from '#worker/core.js';

/** Checks the record and says what is wrong, where. Exit code 1 where anything is. */
export async function verify(core: Core, keptFiles: readonly string[], json: boolean): Promise<number> {
  const { room, keys, signer } = core;
  const kept: string[] = [];
  for (const file of keptFiles) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null)
      return refuseAtTerminal({ refused: 'file.unreadable', because: `${file} cannot be read.` });
    kept.push(...notesIn(text));
  }
  const found = await readWorkspace(room.pool, room.workspace, (tx) =>
    audit({
      tx,
      workspace: room.workspace,
      from: signer,
      kept,
      wrap: keys.wrap,
      progress: progressLine('Checking chain'),
    }),
  );
  if (json) process.stdout.write(`${JSON.stringify(found)}\n`);
  else {
    process.stdout.write(
      `${found.entries} entries in ${found.chains} chains, ${found.checkpoints} checkpoints, ${found.arrivals} arrivals.\n`,
    );
    for (const each of found.unsigned)
      process.stdout.write(`${each.subject}: ${each.entries} after the newest checkpoint.\n`);
    for (const each of found.broken)
      process.stdout.write(`${each.subject} entry ${each.number}: ${each.because} (${each.code})\n`);
    process.stdout.write(
      found.broken.length === 0
        ? 'Nothing was changed after it was sealed.\n'
        : `${found.broken.length} broken.\n`,
    );
  }
  return found.broken.length === 0 ? 0 : 1;
}

/** The notes of a file of checkpoints: each ends with its signature line. */
export function notesIn(text: string): readonly string[] {
  return [...text.matchAll(/[^\n]+\n\d+\n[A-Za-z0-9+/=]+\n\n— [^\n]+\n/g)].map((each) => each[0]);
}
