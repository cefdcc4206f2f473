import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '#database/log.js';
import { isConnectionLost, sqlState } from '#database/sql-state.js';
import { Fault } from '#domain/fault.js';

const CONNECT_TIMEOUT_MS = 10_000;

/** How long a caller waits for a server that is starting again, before it is told that there is none. */
const PATIENCE_MS = 5_000;

export type PoolOptions = {
  readonly url: string;
  readonly size: number;
  readonly name: string;
  readonly log: Log;
};

/**
 * A pool whose clients pipeline: statements sent without waiting for each other travel in one flight. It
 * outlives killed backends and a restarted server. COPY and cursors need a client of `openClient`.
 */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    pipeline: true,
    application_name: options.name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // A backend that dies while its client is checked out emits `error` on the client, and the pool's handler
  // does not see it: without a handler of its own it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => {
    // A pool that is being closed loses its connections, and an embedded server that stops right after says so.
    if (pool.ending) return;
    options.log.warn(
      { pool: options.name, sqlState: sqlState(error) },
      'An idle database connection was lost.',
    );
  });
  return pool;
}

/** A connection of its own, for what a pool cannot carry: LISTEN, COPY, session locks, migrations. */
export async function openClient(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * Takes a client from the pool. A server that refuses because it is starting again is asked again for a few
 * seconds: nothing was sent yet, so asking twice is safe. Then a Fault to retry soon.
 */
export async function takeClient(pool: pg.Pool): Promise<pg.PoolClient> {
  const until = Date.now() + PATIENCE_MS;
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      return await pool.connect();
    } catch (error) {
      if (pool.ending || !isConnectionLost(error) || Date.now() + wait > until) throw unreachable(error);
      await pause(wait);
    }
  }
}

function unreachable(cause: unknown): Fault {
  const because = isConnectionLost(cause)
    ? 'The database does not answer. What you asked was not begun; try again in a moment.'
    : 'The database refused the connection of this server.';
  return new Fault('database.unreachable', because, { retry: 'soon', cause });
}
