import type { Context } from 'hono';
import { readWorkspace, type Transaction } from '#database/workspace.js';
import type { Subject } from '#domain/subject.js';
import type { Desk } from '#server/desk.js';
import { whoIn } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { countArrivals } from '#views/arrival/find.store.js';
import type { Viewing } from '#views/deal/baton.js';
import { countDeals } from '#views/deal/find.store.js';
import { Known } from '#views/known.js';

export type Looking = { readonly tx: Transaction; readonly known: Known; readonly viewing: Viewing };

/** Reads what a page needs from one snapshot: the chains that it names, topped up, and what else it asks for. */
export async function look<T>(
  c: Context<Environment>,
  desk: Desk,
  subjects: readonly Subject[],
  page: (looking: Looking) => Promise<T>,
): Promise<T> {
  const { room } = desk;
  const viewer = whoIn(c).person;
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const chains = await room.memory.fresh(tx, room.workspace, ['workspace', ...subjects]);
    const known = new Known(chains);
    return page({ tx, known, viewing: { workspace: known.workspace, viewer, now: room.now() } });
  });
}

/** The numbers beside the names in the rail. */
export async function countsOf(desk: Desk, { tx, viewing }: Looking) {
  const { workspace } = desk.room;
  const deals = await countDeals(tx, workspace, viewing.now);
  const arrivals = await countArrivals(tx, workspace);
  return {
    counts: { today: deals.live, intake: arrivals.needsYou, deals: deals.all, alarms: deals.alarms },
    arrivals,
  };
}
