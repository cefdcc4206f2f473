import { keyFile } from '#access/key-file.js';
import { countLate } from '#database/errand.js';
import { selfCheck } from '#database/self-check.js';
import { readyChecks } from '#server/ready.js';
import type { Core } from '#worker/core.js';

/** An errand that waits longer than this has nobody who does it. */
const PATIENCE = 600_000;

/**
 * Says what is well, what is not, and what may be meant so and is worth a look, each with what mends it. Exit code
 * 1 where something is not well; a warning is none.
 */
export async function doctor(core: Core): Promise<number> {
  const { ground, room, config } = core;
  const line = (word: string, words: string) => process.stdout.write(`${word.padEnd(6)}${words}\n`);
  const say = (ok: boolean, words: string) => line(ok ? 'well' : 'NOT', words);
  const checks = await readyChecks(ground, config.home, Date.now);
  for (const each of checks) say(each.ok, each.words);
  const weaknesses = await selfCheck(ground.app, ground.auth, ground.mode);
  if (weaknesses.length === 0) say(true, 'Row level security binds on every table.');
  for (const each of weaknesses) say(false, each.because);
  const waiting = await countLate(
    room.pool,
    room.workspace,
    new Date(Date.parse(room.now()) - PATIENCE).toISOString(),
  );
  say(
    waiting === 0,
    waiting === 0
      ? 'Nothing waits longer than it should.'
      : `${waiting} errands wait for more than ten minutes. Does a worker run?`,
  );
  if (config.url !== null) say(true, `Links begin with ${config.url}.`);
  else
    line('look', 'Links say localhost, which opens on this machine alone. Set BATON_URL for other people.');
  say(
    true,
    config.key === null
      ? `The key is in ${keyFile(config.home)}. Keep a copy elsewhere: no backup holds it.`
      : 'The key comes from BATON_KEY.',
  );
  return checks.every((each) => each.ok) && weaknesses.length === 0 && waiting === 0 ? 0 : 1;
}
