import { closeSync, existsSync, openSync, readSync, renameSync, statfsSync, statSync } from 'node:fs';
import type { Folders } from '#database/embedded/folders.js';
import { Fault } from '#domain/fault.js';

const ROTATE_AT_BYTES = 16 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;
const FULL_BYTES = 1024 * 1024;

/** Where the log ends now, so that a failure is explained by its own lines and not by yesterday's. */
export function logSize(folders: Folders): number {
  return existsSync(folders.log) ? statSync(folders.log).size : 0;
}

/** Keeps one older log beside the current one. Call it before a server opens the log. */
export function rotateLog(folders: Folders): void {
  if (logSize(folders) > ROTATE_AT_BYTES) renameSync(folders.log, `${folders.log}.1`);
}

/** The end of what the log says since `from`, in bytes. */
export function logSince(folders: Folders, from: number): string {
  if (!existsSync(folders.log)) return '';
  const file = openSync(folders.log, 'r');
  try {
    const start = Math.max(from, statSync(folders.log).size - TAIL_BYTES);
    const bytes = Buffer.alloc(TAIL_BYTES);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, TAIL_BYTES, start));
  } finally {
    closeSync(file);
  }
}

/** Why the server could not start, in a sentence: the disk, or the last thing that it said itself. */
export function startFault(folders: Folders, from: number, what: string, cause?: unknown): Fault {
  const said = logSince(folders, from);
  if (/No space left on device/.test(`${said} ${String(cause)}`) || diskIsFull(folders)) {
    const because = `The disk that holds ${folders.home} is full. Free some space and start again; nothing that was acknowledged is lost.`;
    return new Fault('disk.full', because, { retry: 'later', cause });
  }
  const reasons = [...said.matchAll(/(?:FATAL|PANIC|error|ERROR): +(.+)/g)].map((found) => found[1] ?? '');
  const reason = reasons.at(-1) ?? (cause instanceof Error ? cause.message : 'it gave no reason');
  return new Fault('database.start-failed', `${what}: ${reason}. More stands in ${folders.log}.`, {
    retry: 'never',
    cause,
  });
}

function diskIsFull(folders: Folders): boolean {
  const { bavail, bsize } = statfsSync(folders.home);
  return bavail * bsize < FULL_BYTES;
}
