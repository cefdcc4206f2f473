import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Folders } from '#database/embedded/folders.js';
import { SUPERUSER } from '#database/embedded/initialise.js';
import {
  clearStaleNote,
  ended,
  livingPostmaster,
  startedWith,
  stopPostmaster,
} from '#database/embedded/postmaster.js';
import type { Program } from '#database/embedded/program.js';
import { logSince, logSize, rotateLog, startFault } from '#database/embedded/server-log.js';
import type { ServerUser } from '#database/embedded/server-user.js';
import type { Log } from '#database/log.js';
import { openClient } from '#database/pool.js';
import { isConnectionLost, sqlState } from '#database/sql-state.js';
import { socketUrl } from '#database/url.js';
import { Fault } from '#domain/fault.js';

/** Recovery after a crash replays the log, which may take minutes on a slow disk. */
const READY_WITHIN_MS = 300_000;

/** How long the remains of a killed server may stand in the way. */
const REMAINS_MS = 8_000;

const REMAINS = /lock file ".+" already exists|pre-existing shared memory block/;

/** Keeps one PostgreSQL server running on its data: starts or adopts it, starts it again when it dies, stops it. */
export class Supervisor {
  readonly #user: ServerUser | null;
  readonly #program: Program;
  readonly #folders: Folders;
  readonly #log: Log;
  #pid: number | null = null;
  #stopping = false;
  #startingAgain: Promise<void> = Promise.resolve();

  constructor(user: ServerUser | null, program: Program, folders: Folders, log: Log) {
    this.#user = user;
    this.#program = program;
    this.#folders = folders;
    this.#log = log;
  }

  get pid(): number | null {
    return this.#pid;
  }

  /** Resolves when the server answers, `adopted` where it was running already. Throws a Fault with a sentence. */
  async start(): Promise<'adopted' | 'started'> {
    const living = livingPostmaster(this.#folders);
    if (living !== null && startedWith(this.#folders, this.#arguments())) {
      if (await this.#adopt(living)) return 'adopted';
    } else if (living !== null) {
      await stopPostmaster(living);
    }
    await this.#launchPatiently();
    return 'started';
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#pid !== null) await stopPostmaster(this.#pid);
    // Where it had just died and was being started again, there is a second one to stop.
    await this.#startingAgain;
    this.#pid = null;
  }

  /** False where the server was about to end, and did. */
  async #adopt(living: number): Promise<boolean> {
    const alive = (): boolean => livingPostmaster(this.#folders) === living;
    try {
      await this.#ready(alive, logSize(this.#folders));
    } catch (error) {
      if (alive()) throw error;
      return false;
    }
    this.#pid = living;
    void this.#watch(ended(living));
    return true;
  }

  async #launchPatiently(): Promise<void> {
    const until = Date.now() + REMAINS_MS;
    for (;;) {
      await clearStaleNote(this.#folders, REMAINS_MS);
      const from = logSize(this.#folders);
      try {
        await this.#launch(from);
        return;
      } catch (error) {
        if (!REMAINS.test(logSince(this.#folders, from)) || Date.now() > until) throw error;
        await pause(250);
      }
    }
  }

  async #launch(from: number): Promise<void> {
    const child = this.#spawn();
    const exit = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    let alive = true;
    void exit.then(() => {
      alive = false;
    });
    this.#pid = child.pid ?? null;
    await this.#ready(() => alive, from);
    void this.#watch(exit);
  }

  #spawn(): ChildProcess {
    rotateLog(this.#folders);
    const log = openSync(this.#folders.log, 'a', 0o600);
    try {
      const child = spawn(this.#program.postgres, this.#arguments(), {
        cwd: this.#folders.data,
        env: { ...this.#program.environment, LC_ALL: 'C', TZ: 'UTC' },
        stdio: ['ignore', log, log],
        // In a session of its own, or Ctrl-C in a terminal would stop it before Baton has finished with it.
        detached: true,
        ...(this.#user ?? {}),
      });
      child.unref();
      return child;
    } finally {
      closeSync(log);
    }
  }

  #arguments(): string[] {
    const settings = {
      listen_addresses: '',
      unix_socket_directories: this.#folders.socket,
      unix_socket_permissions: '0700',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      timezone: 'UTC',
      log_timezone: 'UTC',
      // The details of an error quote whole rows, and rows hold people's mail.
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return ['-D', this.#folders.data, ...options];
  }

  async #ready(alive: () => boolean, from: number): Promise<void> {
    const url = socketUrl(this.#folders.socket, SUPERUSER, 'postgres');
    const until = Date.now() + READY_WITHIN_MS;
    for (let wait = 10; ; wait = Math.min(wait * 1.5, 250)) {
      try {
        await (await openClient(url, 'baton start')).end();
        return;
      } catch (error) {
        if (!alive()) throw startFault(this.#folders, from, 'The database could not be started', error);
        if (!isConnectionLost(error)) throw refused(error);
        if (Date.now() > until)
          throw startFault(this.#folders, from, 'The database did not answer in time', error);
        await pause(wait);
      }
    }
  }

  async #watch(exit: Promise<unknown>): Promise<void> {
    await exit;
    if (!this.#stopping) this.#startingAgain = this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, 5_000)) {
      this.#log.error({ server: this.#pid }, 'The database server ended by itself; it is started again.');
      try {
        await this.#launchPatiently();
        this.#log.info({ server: this.#pid }, 'The database server runs again.');
        if (this.#stopping && this.#pid !== null) await stopPostmaster(this.#pid);
        return;
      } catch (error) {
        const because = error instanceof Fault ? error.message : 'unknown';
        this.#log.error({ because }, 'The database server did not start again.');
        await pause(wait);
      }
    }
  }
}

function refused(cause: unknown): Fault {
  const because = `The embedded database did not let Baton in (${sqlState(cause) ?? 'no SQLSTATE'}). Was its data folder changed by hand?`;
  return new Fault('database.start-failed', because, { retry: 'never', cause });
}
