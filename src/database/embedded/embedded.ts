import { type Folders, findFolders, prepareFolders } from '#database/embedded/folders.js';
import { type HomeLock, inUse, takeHome } from '#database/embedded/home-lock.js';
import { initialise, SUPERUSER, writeAccess } from '#database/embedded/initialise.js';
import { findProgram } from '#database/embedded/program.js';
import { serverUser } from '#database/embedded/server-user.js';
import { Supervisor } from '#database/embedded/supervisor.js';
import type { Log } from '#database/log.js';
import { openClient } from '#database/pool.js';
import { sqlState } from '#database/sql-state.js';
import { socketUrl } from '#database/url.js';
import { Fault } from '#domain/fault.js';

/** The database that an embedded server makes for Baton. */
const DATABASE = 'baton';

/** A running server of our own, reached over a socket in the home. */
export type Embedded = {
  /** The superuser's URL: for making the logins, never for serving. */
  readonly url: string;
  readonly dataFolder: string;
  /** Null where another Baton runs it. */
  readonly pid: () => number | null;
  /** Where the Baton that runs it answers; null where this one does, and where that one has not said yet. */
  readonly address: string | null;
  announce(address: string): void;
  close(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly home: string;
  readonly log: Log;
  readonly beside?: 'refuse' | 'join';
};

/**
 * Starts the embedded PostgreSQL of this home, or adopts the one that a killed Baton left running. A home that
 * another living Baton holds is refused, or joined where that is asked for: then its server is used and left alone.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    return await takeAndStart(options);
  } catch (error) {
    throw error instanceof Fault ? error : notAllowed(options.home, error);
  }
}

async function takeAndStart(options: EmbeddedOptions): Promise<Embedded> {
  const folders = findFolders(options.home);
  const taken = takeHome(folders.home, new Date());
  if ('holder' in taken) {
    if (options.beside !== 'join') throw inUse(folders.home, taken.holder);
    return join(folders, taken.holder.address);
  }
  try {
    return await start(folders, taken.lock, options.log);
  } catch (error) {
    taken.lock.release();
    throw error;
  }
}

function notAllowed(home: string, error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOSPC') {
    const because = `The disk that holds ${home} is full. Free some space and start again.`;
    return new Fault('disk.full', because, { retry: 'later', cause: error });
  }
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  const because = `Baton may not write in ${home}, or somebody else's Baton made it. Start Baton as the user that owns it, or set BATON_HOME to another folder.`;
  return new Fault('home.not-allowed', because, { retry: 'never', cause: error });
}

async function start(folders: Folders, lock: HomeLock, log: Log): Promise<Embedded> {
  const user = serverUser();
  prepareFolders(user, folders);
  const program = findProgram(user, folders.home);
  await initialise(user, program, folders);
  writeAccess(user, folders);
  const supervisor = new Supervisor(user, program, folders, log);
  try {
    const how = await supervisor.start();
    log.info({ server: supervisor.pid, version: program.version }, `The embedded database was ${how}.`);
    await makeDatabase(folders);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return {
    url: socketUrl(folders.socket, SUPERUSER, DATABASE),
    dataFolder: folders.data,
    pid: () => supervisor.pid,
    address: null,
    announce: (address) => lock.announce(address),
    close: async () => {
      await supervisor.stop();
      lock.release();
    },
  };
}

async function join(folders: Folders, address: string | null): Promise<Embedded> {
  const url = socketUrl(folders.socket, SUPERUSER, DATABASE);
  try {
    await (await openClient(url, 'baton start')).end();
  } catch (cause) {
    const because = `Another Baton holds ${folders.home} and its database does not answer yet. Try again in a moment.`;
    throw new Fault('database.unreachable', because, { retry: 'soon', cause });
  }
  return {
    url,
    dataFolder: folders.data,
    pid: () => null,
    address,
    announce: () => undefined,
    close: async () => undefined,
  };
}

async function makeDatabase(folders: Folders): Promise<void> {
  const client = await openClient(socketUrl(folders.socket, SUPERUSER, 'postgres'), 'baton start');
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // 42P04: it stands already.
    if (sqlState(error) !== '42P04') throw error;
  } finally {
    await client.end();
  }
}
