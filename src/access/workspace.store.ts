import type { Premises } from '#access/premises.js';

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
