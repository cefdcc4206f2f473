import type { Pool } from 'pg';
import { readOne } from '#database/workspace.js';
import type { Id } from '#domain/id.js';

/** What waits in Intake, and intros that nobody took; of what was not taken only what came after `since`. */
export async function arrivalsToDerive(
  pool: Pool,
  workspace: string,
  since: string,
): Promise<readonly Id<'arrival'>[]> {
  const rows = await readOne<{ arrival: Id<'arrival'> }>(pool, workspace, {
    name: 'arrivals_to_derive',
    text: `
      select a.arrival from baton.view_arrival a
        left join baton.view_deal d on d.workspace = a.workspace and d.deal = a.deal
       where a.workspace = $1
         and (d.state = 'arrived' or (a.deal is null and (a.box <> 'not-taken' or a.arrived_at > $2::timestamptz)))
       order by a.arrived_at`,
    values: [workspace, since],
  });
  return rows.map((row) => row.arrival);
}

/** The deals whose clock runs. */
export async function dealsWithClock(pool: Pool, workspace: string): Promise<readonly Id<'deal'>[]> {
  const rows = await readOne<{ deal: Id<'deal'> }>(pool, workspace, {
    name: 'deals_with_clock',
    text: `select deal from baton.view_deal where workspace = $1 and due_at is not null order by deal`,
    values: [workspace],
  });
  return rows.map((row) => row.deal);
}
