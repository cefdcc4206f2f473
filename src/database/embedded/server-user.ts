import { chmodSync, chownSync, existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { Fault } from '#domain/fault.js';

/** Whom the server runs as. PostgreSQL refuses to run as root, so root hands it to a user without rights. */
export type ServerUser = { readonly uid: number; readonly gid: number };

/** "nobody" on every Linux (Linux Standard Base, kernel overflowuid): it needs an entry in the user database. */
const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/** Null where the server can run as whoever runs Baton. */
export function serverUser(): ServerUser | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}

/** The name that PostgreSQL's peer check will see, or null where the user database has none for this uid. */
export function ownName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}

/** Gives a file or folder to the server's user, and to nobody else. */
export function giveTo(user: ServerUser | null, path: string, mode: number): void {
  chmodSync(path, mode);
  if (user !== null) chownSync(path, user.uid, user.gid);
}

/**
 * Lets the server's user pass through Baton's home without reading it. The home is Baton's own, so its group
 * and one bit may change; the folders above it are not, and are only looked at by `blockedAt`.
 */
export function openHome(user: ServerUser | null, home: string): void {
  if (user === null || mayPass(user, home)) return;
  const { uid, mode } = statSync(home);
  chownSync(home, uid, user.gid);
  chmodSync(home, (mode & 0o7707) | 0o010);
}

/** The first folder above or at `path` that this user cannot enter, or null. */
export function blockedAt(user: ServerUser | null, path: string): string | null {
  if (user === null) return null;
  const above: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    above.unshift(at);
    if (at === dirname(at)) break;
  }
  return (
    above.find((folder) => existsSync(folder) && statSync(folder).isDirectory() && !mayPass(user, folder)) ??
    null
  );
}

/** Refuses a home that the server's user cannot reach, in a sentence that says what to do. */
export function mustReach(user: ServerUser | null, home: string): void {
  const blocked = blockedAt(user, home);
  if (blocked === null || user === null) return;
  const because =
    `PostgreSQL refuses to run as root, so Baton runs it as uid ${user.uid}, and that user cannot enter ${blocked}. ` +
    `Set BATON_HOME to a folder that it can reach, for example /var/lib/baton, or allow it with: chmod o+x ${blocked}`;
  throw new Fault('home.not-reachable', because, { retry: 'never' });
}

function mayPass(user: ServerUser, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether this user may read, or run, the file or folder itself. */
export function mayUse(user: ServerUser | null, path: string, how: 'read' | 'run'): boolean {
  if (user === null) return true;
  const { uid, gid, mode } = statSync(path);
  const bit = how === 'read' ? 4 : 1;
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bit) !== 0;
}
