import { pino } from 'pino';
import { refuseAtTerminal } from '#cli/say.js';
import { readConfig } from '#config.js';
import { isRefusal } from '#domain/refusal.js';
import type { Core } from '#worker/core.js';

/** How long a stop may take before the process ends all the same. What was acknowledged is kept either way. */
const STOP_WITHIN = 20_000;

/** Starts Baton and stays until it is asked to stop. The answer is the exit code. */
export async function start(): Promise<number> {
  const config = readConfig();
  if (isRefusal(config)) return refuseAtTerminal(config);
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  for (const name of config.unknown)
    log.warn({ setting: name }, 'This setting is not known. Is it misspelled? docs/settings.md lists them.');
  const stopped = untilAskedToStop();
  const { startBaton } = await import('#app.js');
  let baton: Awaited<ReturnType<typeof startBaton>>;
  try {
    baton = await startBaton(config, log);
  } catch (error) {
    return refuseAtTerminal(error);
  }
  say(baton);
  warm(baton.core).catch(() => undefined);
  await stopped;
  process.stdout.write('Stopping. What was acknowledged is kept.\n');
  await closeInTime(() => baton.close());
  return 0;
}

/** Closes, and ends the process all the same where that takes too long. */
export async function closeInTime(close: () => Promise<void>): Promise<void> {
  const overdue = setTimeout(() => process.exit(1), STOP_WITHIN);
  await close();
  clearTimeout(overdue);
}

function say(baton: {
  url: string;
  web: number | null;
  smtp: number | null;
  firstAdminLink: string | null;
}): void {
  const lines = [
    '',
    baton.web === null ? '  Baton runs, without pages.' : `  Baton is at       ${baton.url}`,
    ...(baton.smtp === null ? [] : [`  It takes mail at  intro@localhost, port ${baton.smtp}`]),
    ...(baton.firstAdminLink === null
      ? []
      : [
          '',
          '  You are the first here. Whoever opens this becomes the first admin; it works once:',
          `  ${baton.firstAdminLink}`,
        ]),
    '',
    '  Ctrl C stops it.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

// The first reading loads dictionaries for most of a second, in which nothing else is answered: better now, while
// nobody waits, than when the first mail comes.
async function warm({ reader }: Core): Promise<void> {
  const mail = await reader.decode(
    Buffer.from('Subject: Warm\r\n\r\nNothing is kept of this mail by next Tuesday.\r\n'),
  );
  const host = { company: null, domains: [], people: [] };
  reader.read(mail, { host, partners: [], buyer: null, sides: [], zone: 'UTC' });
}

/**
 * Resolves at the first SIGTERM or Ctrl C. Those that follow change nothing: npm hands on to us a Ctrl C that the
 * terminal sent to us as well, and the second must not end us while things are being put away.
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
}
