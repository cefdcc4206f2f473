import type { Transaction } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import type { Part } from '#record/append.js';
import { lock, unlock } from '#record/arrivals/cipher.js';

/** A password that Baton has to write out again to somebody else's server. */
export type SecretToKeep = { readonly secret: Id<'secret'>; readonly text: string };

// The id is bound to what is sealed: a secret moved to another row does not open.
function about(workspace: string, secret: string): string {
  return `baton outgoing secret ${workspace} ${secret}`;
}

/** Sealed under the workspace's key before the statement is made, so that it never reaches the database plain. */
export function secretPart(workspace: string, wrap: Uint8Array, kept: SecretToKeep, now: string): Part {
  return {
    text:
      'insert into baton.outgoing_secret (workspace, secret, sealed, kept_at) ' +
      'select w.workspace, $1::text, $2::bytea, $3::timestamptz from w',
    values: [kept.secret, lock(wrap, about(workspace, kept.secret), Buffer.from(kept.text, 'utf8')), now],
  };
}

/** The text of a secret; null where it was forgotten. */
export async function fetchSecret(
  tx: Transaction,
  workspace: string,
  wrap: Uint8Array,
  secret: Id<'secret'>,
): Promise<string | null> {
  const found = await tx.query<{ sealed: Buffer }>({
    name: 'fetch_secret',
    text: 'select sealed from baton.outgoing_secret where workspace = $1::uuid and secret = $2::text',
    values: [workspace, secret],
  });
  const row = found.rows[0];
  if (row === undefined) return null;
  return Buffer.from(unlock(wrap, about(workspace, secret), row.sealed)).toString('utf8');
}

/** Forgets secrets that nothing uses: all but `kept`, if they were kept before an instant (ISO 8601). */
export async function forgetSecrets(
  tx: Transaction,
  workspace: string,
  kept: Id<'secret'> | null,
  before: string,
): Promise<number> {
  const gone = await tx.query({
    name: 'forget_secrets',
    text: `delete from baton.outgoing_secret
            where workspace = $1::uuid and secret is distinct from $2::text and kept_at < $3::timestamptz`,
    values: [workspace, kept, before],
  });
  return gone.rowCount ?? 0;
}
