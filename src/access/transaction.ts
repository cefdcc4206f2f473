import type { Pool, PoolClient } from 'pg';
import { takeClient } from '#database/pool.js';

/** Runs in one transaction of the auth login. What `run` throws is thrown on after a ROLLBACK. */
export async function inTransaction<T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await takeClient(pool);
  let broken = false;
  try {
    await client.query('begin');
    const result = await run(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
