import { linkUrl } from '#access/link.store.js';
import type { Premises } from '#access/premises.js';
import { hashToken, randomToken } from '#access/token.js';

/**
 * The URL that a start prints: whoever opens it becomes the first admin. A fresh one at each start, which
 * ends the one before, as long as nobody has signed in; null from then on.
 */
export async function makeFirstAdminLink(premises: Premises, workspace: string): Promise<string | null> {
  const token = randomToken();
  const now = premises.now();
  // A claim that never came to a sign-in (the server died in between) is given up after ten seconds.
  const made = await premises.pool.query(
    `insert into auth.first_admin as f (workspace, token_hash, made_at)
     select $1, $2, $3::timestamptz
      where not exists (select from auth.member where workspace = $1 and signed_in_at is not null)
     on conflict (workspace) do update
        set token_hash = excluded.token_hash, made_at = excluded.made_at, used_at = null
      where f.used_at is null or f.used_at < $4`,
    [workspace, hashToken(token), now.toString(), now.subtract({ seconds: 10 }).toString()],
  );
  return made.rowCount === 1 ? linkUrl(premises, token) : null;
}

/** What is known of a first admin's link, or null where the token is none. Changes nothing. */
export async function findFirstAdminLink(
  premises: Premises,
  token: string,
): Promise<{ readonly usedAt: Date | null } | null> {
  const found = await premises.pool.query<{ usedAt: Date | null }>(
    'select used_at as "usedAt" from auth.first_admin where token_hash = $1',
    [hashToken(token)],
  );
  return found.rows[0] ?? null;
}

/** Uses the link up and names the workspace; null for all but one of any number at once. */
export async function claimFirstAdminLink(premises: Premises, token: string): Promise<string | null> {
  const found = await premises.pool.query<{ workspace: string }>(
    `update auth.first_admin f set used_at = $2
      where token_hash = $1 and used_at is null
        and not exists (select from auth.member m where m.workspace = f.workspace and m.signed_in_at is not null)
      returning workspace`,
    [hashToken(token), premises.now().toString()],
  );
  return found.rows[0]?.workspace ?? null;
}

/** Makes the link good again after a claim that came to nothing. */
export async function releaseFirstAdminLink(premises: Premises, token: string): Promise<void> {
  await premises.pool.query('update auth.first_admin set used_at = null where token_hash = $1', [
    hashToken(token),
  ]);
}
