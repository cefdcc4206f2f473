import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Folders } from '#database/embedded/folders.js';
import { running, workingIn } from '#database/embedded/running.js';

/** The number in postmaster.pid, of a server that lives on these data; null where nobody does. */
export function livingPostmaster(folders: Folders): number | null {
  const pid = pidFile(folders);
  if (pid === null) return null;
  const found = running(pid);
  if (found === null || found.zombie) return null;
  // After a reboot, or in a new container, the number may belong to somebody else.
  if (process.platform === 'linux' && !workingIn(folders.data).includes(pid)) return null;
  return pid;
}

/** Whether the server on these data was started with exactly these arguments, as it noted itself. */
export function startedWith(folders: Folders, args: readonly string[]): boolean {
  try {
    const noted = readFileSync(join(folders.data, 'postmaster.opts'), 'utf8');
    return noted.trimEnd().endsWith(args.map((arg) => `"${arg}"`).join(' '));
  } catch {
    return false;
  }
}

/**
 * Removes the note of a server that is gone. PostgreSQL keeps to a note whose number still answers: a dead
 * server that nobody reaped, or a stranger that was given the number. It is safe once no process works in the
 * data folder; children of a killed server leave within moments, so they are waited for.
 */
export async function clearStaleNote(folders: Folders, patienceMs: number): Promise<void> {
  for (let waited = 0; waited < patienceMs && workingIn(folders.data).length > 0; waited += 50)
    await pause(50);
  if (workingIn(folders.data).length > 0 || livingPostmaster(folders) !== null) return;
  rmSync(join(folders.data, 'postmaster.pid'), { force: true });
  // The socket has a note of its own, with the same number in it.
  for (const name of ['.s.PGSQL.5432.lock', '.s.PGSQL.5432'])
    rmSync(join(folders.socket, name), { force: true });
}

/** Resolves to true once the process is gone or is a zombie, false after `patienceMs`. */
async function gone(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; lives(pid); waited += 20) {
    if (waited >= patienceMs) return false;
    await pause(20);
  }
  return true;
}

/** Resolves when a server that is not our child has ended. Waiting for it keeps no process alive. */
export async function ended(pid: number): Promise<void> {
  while (lives(pid)) await pause(500, undefined, { ref: false });
}

function lives(pid: number): boolean {
  return running(pid)?.zombie === false;
}

/** Fast shutdown: sessions are ended, everything is written. Then harder, so that a stop always ends. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, patienceMs)) return;
  }
}

function pidFile(folders: Folders): number | null {
  try {
    const [pid, data] = readFileSync(join(folders.data, 'postmaster.pid'), 'utf8').split('\n');
    const named = Number(pid);
    if (!Number.isInteger(named) || named <= 0 || data === undefined) return null;
    return realpathSync(data) === folders.data ? named : null;
  } catch {
    return null;
  }
}
