import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { type Baton, startBaton } from '#app.js';
import { openDemoDoors } from '#cli/demo-doors.js';
import { progressLine, refuseAtTerminal } from '#cli/say.js';
import { closeInTime, untilAskedToStop } from '#cli/start.js';
import { type Config, readConfig } from '#config.js';
import { bringIn } from '#demo/bring-in.js';
import { StoryClock } from '#demo/clock.js';
import { type Mailbox, openMailbox } from '#demo/mailbox/mailbox.js';
import type { Heartbeat } from '#demo/move-on.js';
import { BEGINS } from '#demo/story/happenings.js';
import { COMPANY } from '#demo/story/northbeam.js';
import { Fault } from '#domain/fault.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import type { Core } from '#worker/core.js';
import { countDue, nextDue } from '#worker/next-due.store.js';
import { signChains } from '#worker/sign.js';

export type DemoOptions = {
  /** Undefined takes 4731, or a free one where that is taken. */
  readonly port?: string;
  /** Undefined takes 4735, likewise. */
  readonly smtpPort?: string;
  /** A folder that is empty or missing; undefined makes one and removes it at the end. */
  readonly home?: string;
};

/** A demo that stands: where it is, and how it ends. */
export type Demo = {
  readonly url: string;
  readonly smtp: number;
  readonly clock: StoryClock;
  readonly mailbox: Mailbox;
  close(): Promise<void>;
};

/** Starts the demo and stays until it is asked to stop. The answer is the exit code. */
export async function demo(options: DemoOptions): Promise<number> {
  let isOver = false;
  const stopped = untilAskedToStop().then(() => {
    isOver = true;
  });
  let standing: Demo | Refusal;
  try {
    standing = await openDemo(options, progressLine('Bringing the story in:'), () => isOver);
  } catch (error) {
    return refuseAtTerminal(asTyped(error));
  }
  if (isRefusal(standing)) return refuseAtTerminal(asTyped(standing));
  if (!isOver) process.stdout.write(`${wordsFor(standing).join('\n')}\n`);
  await stopped;
  process.stdout.write('Stopping. The story is forgotten.\n');
  await closeInTime(standing.close);
  return 0;
}

/** Opens a Baton of its own, with the story brought in and its clock running from the story's now. */
export async function openDemo(
  options: DemoOptions,
  progress: (done: number, all: number) => void = () => undefined,
  isOver: () => boolean = () => false,
): Promise<Demo | Refusal> {
  const home = await homeFor(options.home);
  if (isRefusal(home)) return home;
  const clock = new StoryClock(BEGINS);
  const closing: (() => Promise<unknown>)[] = [];
  if (options.home === undefined) closing.push(() => rm(home, { recursive: true, force: true }));
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const mailbox = await openMailbox(clock.now);
    closing.push(() => mailbox.close());
    const config = await configFor(options, home, mailbox.port);
    if (isRefusal(config)) {
      await close();
      return config;
    }
    let heartbeat: Heartbeat | null = null;
    let smtp = 0;
    let guest: string | null = null;
    const log = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));
    const baton = await startBaton(config, log, clock.now, {
      openDoors: (doors, core) => {
        heartbeat = heartbeatOf(core);
        openDemoDoors(doors, core, { clock, mailbox, heartbeat, smtp: () => smtp, guest: () => guest });
      },
    });
    closing.push(() => baton.close());
    smtp = baton.smtp ?? 0;
    guest = await bringIn({
      ...placeOf(baton),
      clock,
      heartbeat: heartbeat ?? heartbeatOf(baton.core),
      progress,
      isOver,
    });
    clock.run();
    return { url: baton.url, smtp: baton.smtp ?? 0, clock, mailbox, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function placeOf(baton: Baton) {
  return { url: baton.url, smtp: baton.smtp ?? 0, firstAdminLink: baton.firstAdminLink ?? '' };
}

const PATIENCE = 20_000;

function heartbeatOf(core: Core): Heartbeat {
  const { pool, workspace, now } = core.room;
  return {
    nextDue: () => nextDue(pool, workspace, now()),
    settled: async () => {
      for (const until = performance.now() + PATIENCE; performance.now() < until; await pause(10)) {
        if ((await countDue(pool, workspace, now())) === 0) break;
        core.onCommit([], 1);
      }
      // The heartbeat signs what grew within the last minute, and the clock is about to leave that behind.
      await signChains(core.room, core.signer, false);
      return (await countDue(pool, workspace, now())) === 0;
    },
  };
}

async function homeFor(given: string | undefined): Promise<string | Refusal> {
  if (given === undefined) return mkdtemp(join(tmpdir(), 'baton-demo-'));
  const home = resolve(given);
  await mkdir(home, { recursive: true });
  const because = `${home} is not empty. The demo begins in a folder of its own: name another, or none.`;
  return (await readdir(home)).length === 0 ? home : refuse('demo.home', because);
}

/** Settings of the demo's own: nothing of the environment reaches it, or it could write where real data lies. */
async function configFor(options: DemoOptions, home: string, outgoing: number): Promise<Config | Refusal> {
  const port = await portFor(options.port, 4731);
  return readConfig({
    BATON_HOME: home,
    BATON_PORT: port,
    BATON_SMTP_PORT: await portFor(options.smtpPort, 4735),
    // What is no port is refused as that, and not as an address.
    BATON_URL: /^\d+$/.test(port) ? `http://localhost:${port}` : undefined,
    BATON_OUTGOING_URL: `smtp://127.0.0.1:${outgoing}`,
    BATON_OUTGOING_FROM: COMPANY.sender,
  });
}

/** The port that was asked for; else the usual one, or a free one where another demo has that. 0 is any free one. */
async function portFor(asked: string | undefined, usual: number): Promise<string> {
  if (asked !== undefined && asked !== '0') return asked;
  return String((asked === undefined ? await tryPort(usual) : null) ?? (await tryPort(0)) ?? 0);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((tried) => {
    const server = createServer().once('error', () => tried(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => tried(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}

// Whoever starts a demo has typed options and set no environment, so a sentence names those.
function asTyped(error: unknown): unknown {
  const typed = (words: string) =>
    words.replaceAll('BATON_SMTP_PORT', '--smtp-port').replaceAll('BATON_PORT', '--port');
  if (isRefusal(error)) return { ...error, because: typed(error.because) };
  if (!(error instanceof Fault)) return error;
  return new Fault(error.code, typed(error.message), { retry: error.retry, cause: error });
}

function wordsFor({ url, smtp }: Demo): readonly string[] {
  return [
    '',
    '  The demo: a made-up story on its own clock, Fri 6 Mar 2026, 08:52 in New York.',
    '',
    `  Baton is at       ${url}`,
    `  It takes mail at  intro@localhost, port ${smtp}`,
    '',
    '  Choose at the top as whom you look. No mail leaves this machine.',
    '  Ctrl C stops it and forgets the story.',
    '',
  ];
}
