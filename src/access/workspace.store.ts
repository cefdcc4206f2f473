import type { Premises } from '#access/premises.js';
import { inTransaction } from '#access/transaction.js';

/** All workspaces, the oldest first. Relay and heartbeat run once for each. */
export async function workspacesOf(premises: Pick<Premises, 'pool'>): Promise<string[]> {
  const found = await premises.pool.query<{ id: string }>(
    'select id from auth.workspace order by made_at, id',
  );
  return found.rows.map(({ id }) => id);
}

/** Enters a workspace (a UUID) in the directory; doing it twice is doing it once. */
export async function addWorkspace(premises: Pick<Premises, 'pool' | 'now'>, id: string): Promise<void> {
  await premises.pool.query(
    'insert into auth.workspace (id, made_at) values ($1, $2) on conflict do nothing',
    [id, premises.now().toString()],
  );
}

/**
 * The workspace of this installation: the one that stands, else this id (a UUID), entered now. Servers that
 * start at the same moment on an empty database get the same one.
 */
export async function firstWorkspace(premises: Pick<Premises, 'pool' | 'now'>, id: string): Promise<string> {
  return inTransaction(premises.pool, async (client) => {
    await client.query('lock table auth.workspace in share row exclusive mode');
    const found = await client.query<{ id: string }>(
      'select id from auth.workspace order by made_at, id limit 1',
    );
    const standing = found.rows[0]?.id;
    if (standing !== undefined) return standing;
    await client.query('insert into auth.workspace (id, made_at) values ($1, $2)', [
      id,
      premises.now().toString(),
    ]);
    return id;
  });
}
