import { expect } from 'vitest';
import type { Room } from '#actions/perform.js';
import { inWorkspace, readWorkspace } from '#database/workspace.js';
import { audit } from '#record/audit.js';
import { signerFrom } from '#record/note.js';
import { rebuild } from '#views/rebuild.store.js';

const SIGNER = signerFrom('baton.northbeam.example', new Uint8Array(32).fill(7));
const VIEWS = ['view_arrival', 'view_deal', 'view_workspace'];

/** Every saved view of a workspace, row by row. */
async function viewsOf(room: Room): Promise<unknown> {
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const tables: [string, unknown[]][] = [];
    for (const table of VIEWS) {
      const found = await tx.query<{ row: unknown }>(
        `select to_jsonb(v) as row from baton.${table} v where workspace = $1 order by to_jsonb(v)::text`,
        [room.workspace],
      );
      tables.push([table, found.rows.map((each) => each.row)]);
    }
    return tables;
  });
}

/** How many entries stand on each chain. */
export async function lengthsOf(room: Room): Promise<Readonly<Record<string, number>>> {
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const found = await tx.query<{ subject: string; length: number }>(
      'select subject, count(*)::int as length from baton.record_entry where workspace = $1 group by subject',
      [room.workspace],
    );
    return Object.fromEntries(found.rows.map((each) => [each.subject, each.length]));
  });
}

/** Insists that the record is whole, and that the saved views are what is folded from it anew. */
export async function inspect(room: Room): Promise<void> {
  const found = await readWorkspace(room.pool, room.workspace, (tx) =>
    audit({
      tx,
      workspace: room.workspace,
      from: SIGNER,
      kept: [],
      wrap: room.wrap,
      progress: () => undefined,
    }),
  );
  expect(found.broken).toEqual([]);
  const before = await viewsOf(room);
  await inWorkspace(room.pool, room.workspace, (tx) => rebuild(tx, room.workspace, () => undefined));
  expect(await viewsOf(room)).toEqual(before);
}
