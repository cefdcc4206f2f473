import type { Premises } from '#access/premises.js';

/** How long a link that is over can still be told from one that never was. */
const LINK_DAYS = 30;

/** Clears away what can let nobody in any more. For the heartbeat, now and then; any number at once is fine. */
export async function sweep(premises: Pick<Premises, 'pool' | 'now'>): Promise<void> {
  const now = premises.now();
  const longAgo = now.subtract({ hours: 24 * LINK_DAYS }).toString();
  await premises.pool.query('delete from auth."session" where "expiresAt" < $1', [now.toString()]);
  await premises.pool.query('delete from auth.sign_in_link where ends_at < $1', [longAgo]);
  await premises.pool.query('delete from auth.attempt where since < $1', [
    now.subtract({ hours: 24 }).toString(),
  ]);
}
