import type { Transaction } from '#database/workspace.js';
import type { DealSummary } from '#views/deal/summary.js';

/** Deals that somebody still has to act on, the one that is due first first. */
export async function findLiveDeals(tx: Transaction, workspace: string): Promise<readonly DealSummary[]> {
  return find(tx, 'live_deals', workspace, `state in ('arrived', 'taken')`, 'due_at nulls first, deal');
}

/** Every deal, the newest first. */
export async function findDeals(tx: Transaction, workspace: string): Promise<readonly DealSummary[]> {
  return find(tx, 'every_deal', workspace, 'true', 'deal desc');
}

/** The deals with mails of ours in their rows, the newest first. */
export async function findDealsWithLetters(
  tx: Transaction,
  workspace: string,
): Promise<readonly DealSummary[]> {
  return find(
    tx,
    'deals_with_letters',
    workspace,
    `jsonb_array_length(summary -> 'letters') > 0`,
    'deal desc',
  );
}

async function find(tx: Transaction, name: string, workspace: string, where: string, order: string) {
  const found = await tx.query<{ summary: DealSummary }>({
    name,
    text: `select summary from baton.view_deal where workspace = $1 and ${where} order by ${order} limit 2000`,
    values: [workspace],
  });
  return found.rows.map((row) => row.summary);
}

/** How many deals are live, and how many of those nobody owns or are late at `now`. */
export async function countDeals(
  tx: Transaction,
  workspace: string,
  now: string,
): Promise<{ readonly live: number; readonly alarms: number; readonly all: number }> {
  const found = await tx.query<{ live: number; alarms: number; every: number }>({
    name: 'count_deals',
    text: `
      select count(*) filter (where state in ('arrived', 'taken'))::int as live,
             count(*) filter (where state in ('arrived', 'taken') and (owner is null or due_at <= $2::timestamptz))::int as alarms,
             count(*)::int as every
        from baton.view_deal where workspace = $1`,
    values: [workspace, now],
  });
  const row = found.rows[0];
  return { live: row?.live ?? 0, alarms: row?.alarms ?? 0, all: row?.every ?? 0 };
}

/** When each routing rule was last used: the newest deal of a partner. */
export async function findLastIntros(tx: Transaction, workspace: string): Promise<readonly DealSummary[]> {
  const found = await tx.query<{ summary: DealSummary }>({
    name: 'last_intros',
    text: `select distinct on (summary ->> 'partner') summary from baton.view_deal
            where workspace = $1 order by summary ->> 'partner', deal desc`,
    values: [workspace],
  });
  return found.rows.map((row) => row.summary);
}
