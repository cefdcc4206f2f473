import type { Transaction } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { errandPart } from '#record/errand.js';

// More than are ever due at once; the next beat takes the rest.
const MOST = 500;

/** The deals whose clock rings by now, with the occurrence as digits: part of its errand's id. */
export async function findDue(
  tx: Transaction,
  workspace: string,
  now: string,
): Promise<readonly { readonly deal: Id<'deal'>; readonly at: string }[]> {
  const due = await tx.query<{ deal: Id<'deal'>; at: string }>({
    name: 'clocks_due',
    text: `
      select deal, to_char(ring_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') as at
        from baton.view_deal where workspace = $1 and ring_at <= $2::timestamptz limit ${MOST}`,
    values: [workspace, now],
  });
  return due.rows;
}

// An errand that was called within the same ten minutes is the same one; one that was lost is called again after.
const CALLED_AGAIN = 600_000;

/**
 * An errand that rings a deal's clock, unless one stands already or the clock rang meanwhile. Two servers that
 * look at the same moment make one: its id is the occurrence, and the ten minutes in which it is called.
 */
export async function callClock(
  tx: Transaction,
  workspace: string,
  due: { readonly deal: string; readonly at: string },
  now: string,
): Promise<void> {
  const called = Math.floor(Date.parse(now) / CALLED_AGAIN);
  const row = {
    id: `ring_${due.deal}_${due.at}_${called}`,
    kind: 'ring',
    subject: due.deal,
    detail: {},
    notBefore: now,
  };
  const { text, values } = errandPart(row);
  await tx.query({
    name: 'call_clock',
    text:
      'with w as (select d.workspace from baton.view_deal d where d.workspace = $6::uuid and d.deal = $3::text ' +
      `and d.ring_at <= $5::timestamptz) ${text} on conflict do nothing`,
    values: [...values, workspace],
  });
}

/** Forgets calls that nobody carried out within the hour: what is still due was called again since. */
export async function forgetCalls(tx: Transaction, workspace: string, now: string): Promise<void> {
  await tx.query({
    name: 'forget_calls',
    text: `delete from baton.errand where workspace = $1::uuid and kind = 'ring' and relayed_at < $2::timestamptz`,
    values: [workspace, new Date(Date.parse(now) - 6 * CALLED_AGAIN).toISOString()],
  });
}
