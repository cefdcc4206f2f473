import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { holdsDatabase } from '#database/embedded/folders.js';
import { makeFolder } from '#database/make-folder.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';

/** What everything secret is derived from (HKDF, RFC 5869): keys for arrivals, the signer's seed, sign-ins, logins. */
export type Keys = {
  readonly wrap: Uint8Array;
  readonly signerSeed: Uint8Array;
  readonly access: string;
  readonly database: string;
};

const FILE = 'baton.key';

/** Where the key file of an installation stands. */
export function keyFile(home: string): string {
  return join(home, FILE);
}

/**
 * The installation's key: BATON_KEY where it is set, else the key file, which the first start makes (0600).
 * A key file that others may read is refused, and so is one that holds something else.
 */
export function findKeys(home: string, given: Uint8Array | null, mayMake: boolean): Keys | Refusal {
  if (given !== null) return derive(given);
  const path = keyFile(home);
  const standing = readKeyFile(path);
  if (standing !== null) return isRefusal(standing) ? standing : derive(standing);
  if (!mayMake)
    return refuse('key.missing', `There is no key file at ${path}. Put it back, or set BATON_KEY.`);
  // A fresh key would open nothing of what is kept here, and the next backup would be of a key that nobody wants.
  if (holdsDatabase(home)) {
    return refuse(
      'key.missing',
      `This folder holds a database and its key file ${path} is gone. Put it back, or set BATON_KEY; nothing was changed.`,
    );
  }
  makeFolder(home, 0o755);
  const fresh = randomBytes(32);
  // `wx`: of two first starts one makes it, and the other reads what that one made.
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${fresh.toString('hex')}\n`);
    fsyncSync(file);
    closeSync(file);
    chmodSync(path, 0o600);
  } catch (error) {
    const made = readKeyFile(path);
    if (made === null) throw error;
    return isRefusal(made) ? made : derive(made);
  }
  return derive(fresh);
}

function readKeyFile(path: string): Uint8Array | Refusal | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR')
      return refuse('home.not-a-folder', `${path} cannot be made: BATON_HOME is a file, not a folder.`);
    return refuse('key.unreadable', `The key file ${path} cannot be read by this user.`);
  }
  if ((statSync(path).mode & 0o077) !== 0) {
    return refuse('key.open', `Others may read the key file ${path}. Make it yours alone: chmod 600 ${path}`);
  }
  if (!/^[0-9a-f]{64}$/i.test(text))
    return refuse('key.not-a-key', `The file ${path} does not hold a key: 64 hexadecimal digits.`);
  return Buffer.from(text, 'hex');
}

function derive(master: Uint8Array): Keys {
  const part = (name: string) => new Uint8Array(hkdfSync('sha256', master, 'baton', name, 32));
  const text = (name: string) => createHmac('sha256', master).update(name).digest('base64url');
  return {
    wrap: part('arrivals'),
    signerSeed: part('checkpoints'),
    access: text('access'),
    database: text('database'),
  };
}

/** The id of a workspace, made once at the first start and kept in its directory from then on. */
export function freshWorkspace(): string {
  return randomUUID();
}
