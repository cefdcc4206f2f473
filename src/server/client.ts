import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Environment } from '#server/environment.js';

/** The address that a request came from, for counting attempts. A header could say anything and is not asked. */
export function clientOf(c: Context<Environment>): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // A request that was made inside the process, as tests do, has no connection.
    return 'inside';
  }
}
