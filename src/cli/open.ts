import { pino } from 'pino';
import { refuseAtTerminal } from '#cli/say.js';
import { readConfig } from '#config.js';
import { isRefusal } from '#domain/refusal.js';
import { type Core, openCore } from '#worker/core.js';

/**
 * Opens the database for one command, beside the server where one runs, and gives it back afterwards. A command
 * that only looks makes nothing: an empty home stays one that a backup can be restored into.
 */
export async function openAtTerminal(
  does: 'makes' | 'looks',
  run: (core: Core) => Promise<number>,
): Promise<number> {
  const config = readConfig();
  if (isRefusal(config)) return refuseAtTerminal(config);
  const log = pino(
    { level: config.logLevel === 'info' ? 'warn' : config.logLevel },
    pino.destination({ dest: 2, sync: true }),
  );
  const core = await openCore({
    config,
    log,
    beside: 'join',
    port: config.web.port,
    mayMake: does === 'makes',
  });
  try {
    return await run(core);
  } finally {
    await core.close();
  }
}
