import type { Pool } from 'pg';
import { readOne } from '#database/workspace.js';

/** The first instant after `now` (ISO 8601) at which a clock rings or an errand goes out, or null where nothing waits. */
export async function nextDue(pool: Pool, workspace: string, now: string): Promise<string | null> {
  const rows = await readOne<{ at: Date | null }>(pool, workspace, {
    name: 'next-due',
    text: `select least(
             (select min(ring_at) from baton.view_deal where workspace = $1::uuid and ring_at > $2::timestamptz),
             (select min(not_before) from baton.errand
               where workspace = $1::uuid and not_before > $2::timestamptz and not_before < 'infinity')) as at`,
    values: [workspace, now],
  });
  return rows[0]?.at?.toISOString() ?? null;
}

/** How much is due by `now` (ISO 8601) and not done yet: clocks to ring, and errands. */
export async function countDue(pool: Pool, workspace: string, now: string): Promise<number> {
  const rows = await readOne<{ due: number }>(pool, workspace, {
    name: 'count-due',
    text: `select ((select count(*) from baton.view_deal where workspace = $1::uuid and ring_at <= $2::timestamptz)
                 + (select count(*) from baton.errand where workspace = $1::uuid and not_before <= $2::timestamptz))::int as due`,
    values: [workspace, now],
  });
  return rows[0]?.due ?? 0;
}
