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

/** An errand that rings a deal's clock; one that stands already under the same occurrence is left as it is. */
export async function callClock(
  tx: Transaction,
  workspace: string,
  due: { readonly deal: string; readonly at: string },
  now: string,
): Promise<void> {
  const row = {
    id: `ring_${due.deal}_${due.at}`,
    kind: 'ring',
    subject: due.deal,
    detail: {},
    notBefore: now,
  };
  const { text, values } = errandPart(row);
  await tx.query({
    name: 'call_clock',
    text: `with w as (select $6::uuid as workspace) ${text} on conflict do nothing`,
    values: [...values, workspace],
  });
}
