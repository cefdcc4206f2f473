import { pino } from 'pino';
import { findKeys, keyFile } from '#access/key-file.js';
import { workspacesOf } from '#access/workspace.store.js';
import { refuseAtTerminal } from '#cli/say.js';
import { readConfig } from '#config.js';
import { backup } from '#database/backup.js';
import type { Progress } from '#database/backup-file.js';
import { releaseErrands } from '#database/errand.js';
import { openGround } from '#database/ground.js';
import { restore } from '#database/restore.js';
import { inWorkspace } from '#database/workspace.js';
import { isRefusal, refuse } from '#domain/refusal.js';
import { opensWith, SAMPLE, type Sampled } from '#record/arrivals/fetch.js';
import type { Core } from '#worker/core.js';

/** Errands that change nothing outside: they may go on at once after a restore. Mail waits for a person. */
const HARMLESS = ['read', 'settle', 'derive', 'ring'];

/** Writes everything into one file while Baton serves on, and says what is not in it. */
export async function backupTo(core: Core, file: string): Promise<number> {
  const report = await backup(core.ground, file, core.room.now(), tell('Writing'));
  const rows = report.tables.reduce((sum, each) => sum + each.rows, 0);
  process.stdout.write(`${file}: ${rows} rows, ${report.bytes} bytes, sha256 ${report.sha256}\n`);
  const where = core.config.key === null ? keyFile(core.config.home) : 'BATON_KEY';
  process.stdout.write(
    `The key is not in it. Keep it elsewhere: without ${where} no mail in this file can be opened.\n`,
  );
  return 0;
}

/** Fills an empty Baton from a backup, if the key is there that opens it; otherwise nothing is changed. */
export async function restoreFrom(file: string): Promise<number> {
  const config = readConfig();
  if (isRefusal(config)) return refuseAtTerminal(config);
  const keys = findKeys(config.home, config.key, false);
  if (isRefusal(keys))
    return refuseAtTerminal({
      ...keys,
      because: `${keys.because} It must be the key of the Baton that the backup is of.`,
    });
  const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
  const { url: databaseUrl, ...urls } = config.database;
  const ground = await openGround({
    home: config.home,
    databaseUrl,
    ...urls,
    secret: keys.database,
    log,
    beside: 'refuse',
  });
  try {
    const report = await restore(ground, file, tell('Reading'), async (client) => {
      const found = await client.query<Sampled>(SAMPLE);
      if (opensWith(found.rows, keys.wrap)) return null;
      return refuse(
        'backup.other-key',
        'This key does not open the mails of this backup. Nothing was restored; put the right key file in place.',
      );
    });
    if (isRefusal(report)) return refuseAtTerminal(report);
    await release(ground);
    const rows = report.tables.reduce((sum, each) => sum + each.rows, 0);
    process.stdout.write(
      `${rows} rows of ${report.madeAt} are back. Start Baton, or check first: baton verify\n`,
    );
    if (report.older) process.stdout.write('The backup is of an older Baton: run baton rebuild.\n');
    return 0;
  } finally {
    await ground.close();
  }
}

async function release(ground: Awaited<ReturnType<typeof openGround>>): Promise<void> {
  const now = new Date().toISOString();
  for (const id of await workspacesOf({ pool: ground.auth }))
    await inWorkspace(ground.app, id, (tx) => releaseErrands(tx, id, HARMLESS, now));
}

function tell(what: string): Progress {
  return process.stderr.isTTY
    ? ({ table }) => process.stderr.write(`\r${what} ${table}\u001b[K`)
    : () => undefined;
}
