import { isDeepStrictEqual } from 'node:util';
import { inWorkspace, readWorkspace, type Transaction } from '#database/workspace.js';
import { audit } from '#record/audit.js';
import { rebuild } from '#views/rebuild.store.js';
import type { Core } from '#worker/core.js';

/**
 * The record as a whole: every seal, checkpoint and kept byte holds, every entry belongs to exactly one
 * operation (so that nothing was done by halves), and the saved views are what a rebuild makes of the record.
 */
export async function lookAtRecord({ room, signer, keys }: Pick<Core, 'room' | 'signer' | 'keys'>) {
  const { pool, workspace } = room;
  return readWorkspace(pool, workspace, async (tx) => {
    const found = await audit({
      tx,
      workspace,
      from: signer,
      kept: [],
      wrap: keys.wrap,
      progress: () => undefined,
    });
    const deals = await tx.query<{ deal: string }>('select deal from baton.view_deal where workspace = $1', [
      workspace,
    ]);
    return {
      entries: found.entries,
      deals: deals.rows.length,
      broken: [
        ...found.broken.map((each) => `${each.subject} ${each.number}: ${each.because}`),
        ...(await strayEntries(tx, workspace)),
        ...(await openedTwice(tx, workspace)),
        ...(await compareViews(room)),
      ],
    };
  });
}

async function strayEntries(tx: Transaction, workspace: string): Promise<readonly string[]> {
  const found = await tx.query<{ subject: string; number: string; times: number; there: boolean }>({
    text: `
      with named as (
        select e->>'subject' as subject, n::bigint as number
          from baton.operation o,
               jsonb_array_elements(o.answer::jsonb->'entries') e,
               jsonb_array_elements_text(e->'numbers') n
         where o.workspace = $1)
      select coalesce(r.subject, n.subject) as subject, coalesce(r.number, n.number) as number,
             count(n.subject)::int as times, bool_and(r.subject is not null) as there
        from (select subject, number from baton.record_entry where workspace = $1) r
        full join named n on n.subject = r.subject and n.number = r.number
       group by 1, 2 having count(n.subject) <> 1 or not bool_and(r.subject is not null)`,
    values: [workspace],
  });
  return found.rows.map(({ subject, number, times, there }) =>
    there
      ? `Entry ${number} of ${subject} belongs to ${times} operations.`
      : `An operation names entry ${number} of ${subject}, which is not there.`,
  );
}

/** A later reading may say anew what a deal was opened with, but no second mail opens it, and no mail opens two. */
async function openedTwice(tx: Transaction, workspace: string): Promise<readonly string[]> {
  const found = await tx.query<{ subject: string; kind: string }>({
    text: `
      select e.subject, e.kind from baton.record_entry e
        join baton.record_content c on c.workspace = e.workspace and c.subject = e.subject and c.number = e.number
       where e.workspace = $1 and e.kind in ('intro.opened', 'intro.taken', 'arrival.received', 'arrival.joined')
       group by e.subject, e.kind
      having count(distinct c.text::jsonb->>'arrival') > 1 or (count(*) > 1 and e.kind <> 'intro.opened')
       union all
      select distinct c.text::jsonb->>'arrival', 'intro.opened of several deals' from baton.record_entry e
        join baton.record_content c on c.workspace = e.workspace and c.subject = e.subject and c.number = e.number
       where e.workspace = $1 and e.kind = 'intro.opened'
       group by c.text::jsonb->>'arrival' having count(distinct e.subject) > 1`,
    values: [workspace],
  });
  return found.rows.map(({ subject, kind }) => `${subject} has more than one ${kind}.`);
}

/** Rebuilds in a transaction that is undone, and says which rows differ. */
async function compareViews({ pool, workspace }: Core['room']): Promise<readonly string[]> {
  const undone = new Error('Only looked at.');
  let differing: string[] = [];
  await inWorkspace(pool, workspace, async (tx) => {
    const live = await viewRows(tx, workspace);
    await rebuild(tx, workspace, () => undefined);
    const rebuilt = await viewRows(tx, workspace);
    differing = [...new Set([...live.keys(), ...rebuilt.keys()])].filter(
      (key) => !isDeepStrictEqual(live.get(key), rebuilt.get(key)),
    );
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return differing.map((key) => `The saved view of ${key} is not what a rebuild makes.`);
}

async function viewRows(tx: Transaction, workspace: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = new Map<string, unknown>();
  for (const [table, key] of [
    ['view_arrival', 'arrival'],
    ['view_deal', 'deal'],
    ['view_workspace', 'workspace'],
  ] as const) {
    const found = await tx.query<{ key: string; row: unknown }>(
      `select ${key}::text as key, to_jsonb(v) as row from baton.${table} v where workspace = $1`,
      [workspace],
    );
    for (const { key: name, row } of found.rows) rows.set(`${table} ${name}`, row);
  }
  return rows;
}
