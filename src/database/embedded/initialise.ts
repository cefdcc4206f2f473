import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Folders } from '#database/embedded/folders.js';
import type { Program } from '#database/embedded/program.js';
import { logSize, startFault } from '#database/embedded/server-log.js';
import { giveTo, ownName, type ServerUser } from '#database/embedded/server-user.js';
import { Fault } from '#domain/fault.js';

/** The login that initdb makes. Only Baton's own system user is let in as it. */
export const SUPERUSER = 'postgres';

/**
 * Makes the data folder where there is none: whole or not at all, so that a start killed in the middle leaves
 * nothing that looks like a database. UTF-8 whatever the environment says; with checksums.
 */
export async function initialise(user: ServerUser | null, program: Program, folders: Folders): Promise<void> {
  if (existsSync(join(folders.data, 'PG_VERSION'))) {
    refuseOtherMajor(program, folders);
    return;
  }
  const making = `${folders.data}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  giveTo(user, making, 0o700);
  const from = logSize(folders);
  const log = openSync(folders.log, 'a', 0o600);
  try {
    const child = spawn(
      program.initdb,
      [
        `--pgdata=${making}`,
        `--username=${SUPERUSER}`,
        '--auth-local=peer',
        '--auth-host=reject',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      {
        cwd: making,
        env: { ...program.environment, LC_ALL: 'C' },
        stdio: ['ignore', log, log],
        ...(user ?? {}),
      },
    );
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw startFault(folders, from, 'The data folder of the database could not be made');
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error instanceof Fault
      ? error
      : startFault(folders, from, 'The data folder of the database could not be made', error);
  } finally {
    closeSync(log);
  }
  renameSync(making, folders.data);
}

/**
 * Who may come in: the system user that runs Baton as superuser, by the kernel's word for it (peer); every
 * other login with its password. Written at each start, because the home may have changed hands.
 */
export function writeAccess(user: ServerUser | null, folders: Folders): void {
  const name = ownName();
  // Without a name in the user database peer cannot work; the socket's folder then is the wall, 0700 and our own.
  const superuser = name === null ? `local all ${SUPERUSER} trust` : `local all ${SUPERUSER} peer map=baton`;
  write(user, join(folders.data, 'pg_hba.conf'), `${superuser}\nlocal all all scram-sha-256\n`);
  write(user, join(folders.data, 'pg_ident.conf'), name === null ? '' : `baton "${name}" ${SUPERUSER}\n`);
}

function write(user: ServerUser | null, path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  giveTo(user, path, 0o600);
}

function refuseOtherMajor(program: Program, folders: Folders): void {
  const kept = readFileSync(join(folders.data, 'PG_VERSION'), 'utf8').trim();
  const ours = program.version.split('.', 1)[0];
  if (kept === ours) return;
  const because = `The data in ${folders.data} is of PostgreSQL ${kept}, and this Baton brings ${ours}. Make a backup with the Baton that wrote it, and restore that one here.`;
  throw new Fault('database.other-major', because, { retry: 'never' });
}
