import type { Transaction } from '#database/workspace.js';
import type { ArrivalSummary } from '#views/arrival/save.store.js';

/** What Intake shows, the newest first. Notes that people typed are kept with their deals and not listed. */
export async function findArrivals(tx: Transaction, workspace: string): Promise<readonly ArrivalSummary[]> {
  const found = await tx.query<{ summary: ArrivalSummary }>({
    name: 'arrivals_listed',
    text: `
      select summary from baton.view_arrival
       where workspace = $1 and box <> 'note' order by arrived_at desc, arrival desc limit 500`,
    values: [workspace],
  });
  return found.rows.map((row) => row.summary);
}

export async function countArrivals(
  tx: Transaction,
  workspace: string,
): Promise<{
  readonly needsYou: number;
  readonly taken: number;
  readonly notTaken: number;
  readonly all: number;
}> {
  const found = await tx.query<{ box: string; count: number }>({
    name: 'count_arrivals',
    text: `select box, count(*)::int as count from baton.view_arrival where workspace = $1 and box <> 'note' group by box`,
    values: [workspace],
  });
  const of = (...boxes: readonly string[]) =>
    found.rows.filter((row) => boxes.includes(row.box)).reduce((sum, row) => sum + row.count, 0);
  return {
    needsYou: of('needs-you'),
    taken: of('taken'),
    notTaken: of('not-taken'),
    all: of('needs-you', 'taken', 'not-taken', 'reading'),
  };
}
