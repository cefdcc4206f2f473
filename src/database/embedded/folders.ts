import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockedAt, giveTo, mustReach, openHome, type ServerUser } from '#database/embedded/server-user.js';
import { makeFolder } from '#database/make-folder.js';
import { Fault } from '#domain/fault.js';

/** The places of an embedded server, all absolute and free of links. */
export type Folders = {
  readonly home: string;
  readonly data: string;
  readonly socket: string;
  /** What the server says; it may name tables and keys, never parameters. */
  readonly log: string;
};

// Linux allows 107 bytes for a socket's path, macOS 103, and the server names its socket itself.
const SOCKET_PATH_LIMIT = 103;
const SOCKET_NAME = '/.s.PGSQL.5432';

/** Makes the home where it is missing, and finds the rest of the places without making them. */
export function findFolders(home: string): Folders {
  makeFolder(home, 0o700);
  const real = realpathSync(home);
  return {
    home: real,
    data: join(real, 'postgres'),
    socket: socketFolder(real),
    log: join(real, 'postgres.log'),
  };
}

/** Whether a home holds a database already; looking makes nothing. */
export function holdsDatabase(home: string): boolean {
  return existsSync(join(home, 'postgres'));
}

/** Makes the socket's folder, for the server's user alone, and lets that user pass through the home. */
export function prepareFolders(user: ServerUser | null, folders: Folders): void {
  openHome(user, folders.home);
  mustReach(user, folders.home);
  if (!existsSync(folders.socket)) {
    mkdirSync(folders.socket, { mode: 0o700 });
    giveTo(user, folders.socket, 0o700);
  }
  const { uid, mode } = statSync(folders.socket);
  const expected = user?.uid ?? process.getuid?.() ?? uid;
  if (uid !== expected && uid !== process.getuid?.()) throw notOurs(folders.socket, `belongs to uid ${uid}`);
  giveTo(user, folders.socket, mode & 0o700);
  if (blockedAt(user, folders.socket) !== null)
    throw notOurs(folders.socket, "cannot be entered by the server's user");
}

function socketFolder(home: string): string {
  const near = join(home, 'socket');
  if (Buffer.byteLength(near + SOCKET_NAME) <= SOCKET_PATH_LIMIT) return near;
  // A deep home: a short folder in the place for such things, named after the home so that both ends find it.
  const name = `baton-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  const uid = process.getuid?.() ?? 0;
  const runtime = uid === 0 ? '/run' : `/run/user/${uid}`;
  const short = [runtime, tmpdir()]
    .filter(existsSync)
    .map((base) => join(realpathSync(base), name))
    .find((folder) => Buffer.byteLength(folder + SOCKET_NAME) <= SOCKET_PATH_LIMIT);
  if (short !== undefined) return short;
  const because = `The path of ${home} is too long for a socket in it, and no shorter folder was found. Set BATON_HOME to a shorter path.`;
  throw new Fault('home.path-too-long', because, { retry: 'never' });
}

function notOurs(folder: string, why: string): Fault {
  const because = `The folder for the database's socket, ${folder}, ${why}. Remove it and start again.`;
  return new Fault('home.socket-folder', because, { retry: 'never' });
}
