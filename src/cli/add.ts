import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuseAtTerminal } from '#cli/say.js';
import { readWorkspace } from '#database/workspace.js';
import { MOST_ARRIVAL_BYTES } from '#domain/arrival.js';
import type { Id } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { readFile } from '#sources/file.js';
import { closeMailDecoder } from '#sources/mail/decode.js';
import { lookAt } from '#sources/mail/first-look.js';
import { arrivalSummary } from '#views/arrival/save.store.js';
import { showArrival } from '#views/intake/row.js';
import { Known } from '#views/known.js';
import type { Core } from '#worker/core.js';
import { keepIncoming } from '#worker/keep.js';
import { readOne } from '#worker/read.js';

/** Keeps each file and says what it was taken for. It is read here too, so that this needs no running server. */
export async function add(core: Core, files: readonly string[]): Promise<number> {
  let code = 0;
  for (const file of files) code = Math.max(code, await addFile(core, file));
  await closeMailDecoder();
  return code;
}

async function addFile(core: Core, file: string): Promise<number> {
  const { room, reader } = core;
  const bytes = await readBytes(file).catch(() => null);
  if (bytes === null)
    return refuseAtTerminal({
      refused: 'file.unreadable',
      because: `${file} cannot be read. Nothing of it was kept.`,
    });
  if (bytes.length > MOST_ARRIVAL_BYTES)
    return refuseAtTerminal({
      refused: 'file.too-large',
      because: `${file} is larger than 25 MB and was not taken. Nothing of it is kept here.`,
    });
  const incoming = {
    bytes,
    via: 'terminal' as const,
    receivedAt: room.now(),
    envelope: null,
    by: null,
    fileName: basename(file),
  };
  const opened = readFile(incoming);
  if (isRefusal(opened)) return refuseAtTerminal({ ...opened, because: `${file}: ${opened.because}` });
  for (const each of opened) {
    const asking = {
      actor: 'baton' as const,
      how: 'Added at the terminal',
      operation: room.mint('operation'),
    };
    const kept = await keepIncoming(
      room,
      { ...each.incoming, problems: each.problems },
      lookAt(each.incoming.bytes),
      asking,
    );
    if (isRefusal(kept)) return refuseAtTerminal(kept);
    await readOne(room, reader, kept.arrival);
    for (const problem of each.problems)
      process.stderr.write(`${file}: ${problem.because} (${problem.code})\n`);
    process.stdout.write(
      `${kept.arrival}  ${kept.fresh ? 'kept' : 'kept before'}  ${await takenFor(core, kept.arrival)}\n`,
    );
  }
  return 0;
}

/** What an arrival was taken for and why, as Intake says it, and its deal where it has one. */
async function takenFor({ room }: Core, arrival: Id<'arrival'>): Promise<string> {
  const chains = await readWorkspace(room.pool, room.workspace, (tx) =>
    room.memory.fresh(tx, room.workspace, ['workspace', arrival]),
  );
  const known = new Known(chains);
  const state = known.arrival(arrival);
  if (state.deal !== null) return `deal ${state.deal}`;
  const viewing = { workspace: known.workspace, viewer: null, now: room.now() };
  const { verdict, why } = showArrival(viewing, arrivalSummary(arrival, state), null);
  return `${verdict}: ${why}`;
}
