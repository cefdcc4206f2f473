import { statfs } from 'node:fs/promises';
import type { Ground } from '#database/ground.js';
import type { Readiness } from '#server/desk.js';

// Below these a database stops taking writes soon.
const LEAST_FREE_BYTES = 512 * 1024 * 1024;
const LEAST_FREE_SHARE = 0.05;
/** Clocks further apart than this make due times wrong. */
const MOST_SKEW = 30_000;

/** What serving needs: a database that takes writes, room on its disk, and a clock that agrees with it. */
export async function readyChecks(
  ground: Ground,
  home: string,
  now: () => number,
): Promise<readonly Readiness[]> {
  return [await database(ground, now), ...(ground.server.embedded ? [await disk(home)] : []), mode(ground)];
}

async function database(ground: Ground, now: () => number): Promise<Readiness> {
  try {
    const asked = now();
    const answer = await ground.app.query<{ at: Date; standby: boolean }>(
      'select clock_timestamp() as at, pg_is_in_recovery() as standby',
    );
    const row = answer.rows[0];
    if (row === undefined || row.standby)
      return { name: 'database', ok: false, words: 'The database takes no writes.' };
    const apart = Math.abs(row.at.getTime() - (asked + now()) / 2);
    return apart > MOST_SKEW
      ? {
          name: 'clock',
          ok: false,
          words: `This clock and the database's are ${Math.round(apart / 1000)} s apart.`,
        }
      : { name: 'database', ok: true, words: `PostgreSQL ${ground.server.version} takes writes.` };
  } catch {
    return {
      name: 'database',
      ok: false,
      words: 'The database does not answer. What was acknowledged is kept; it is tried again.',
    };
  }
}

async function disk(home: string): Promise<Readiness> {
  try {
    const { bavail, blocks, bsize } = await statfs(home);
    const free = bavail * bsize;
    const ok = free >= LEAST_FREE_BYTES && bavail / blocks >= LEAST_FREE_SHARE;
    const words = `${Math.floor(free / 1024 / 1024).toLocaleString('en')} MB free.`;
    return { name: 'disk', ok, words: ok ? words : `Only ${words} Make room, or writes will stop.` };
  } catch {
    return { name: 'disk', ok: false, words: 'The data folder cannot be looked at.' };
  }
}

function mode(ground: Ground): Readiness {
  return ground.mode === 'full'
    ? { name: 'logins', ok: true, words: 'Three logins, bound by row level security.' }
    : {
        name: 'logins',
        ok: true,
        words: 'Reduced: one login does everything, and guards against mistakes only.',
      };
}
