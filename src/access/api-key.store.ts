import { memberById } from '#access/member.store.js';
import type { Premises, Role } from '#access/premises.js';
import { hashToken, randomToken, sameHash } from '#access/token.js';
import type { Id } from '#domain/id.js';

/** A program that is let in. It acts for the person who made it; null is a key made at the terminal. */
export type KeyHolder = {
  readonly key: Id<'key'>;
  readonly name: string;
  readonly workspace: string;
  readonly person: Id<'person'> | null;
  readonly role: Role;
};

/** A key as the settings list it: never the key. Instants are ISO 8601 in UTC. */
export type KeyListed = {
  readonly id: Id<'key'>;
  readonly name: string;
  readonly begins: string;
  readonly madeAt: string;
  readonly lastUsedAt: string | null;
};

const BEGINS = 'baton_';
/** Letters that are shown, the beginning with them: 36 bits of the 256, too few to guess the rest. */
const SHOWN = BEGINS.length + 6;

/** Makes a key. It is in the answer and nowhere else; its SHA-256 is kept. */
export async function makeKey(
  premises: Premises,
  asked: {
    readonly workspace: string;
    readonly person: Id<'person'> | null;
    readonly role: Role;
    readonly name: string;
  },
): Promise<{ readonly id: Id<'key'>; readonly key: string; readonly begins: string }> {
  const id = premises.mint('key');
  const key = `${BEGINS}${randomToken()}`;
  const begins = key.slice(0, SHOWN);
  await premises.pool.query(
    `insert into auth.api_key (id, workspace, person, role, name, hash, begins, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      asked.workspace,
      asked.person,
      asked.role,
      asked.name,
      hashToken(key),
      begins,
      premises.now().toString(),
    ],
  );
  return { id, key, begins };
}

type Row = Omit<KeyHolder, 'key'> & { id: Id<'key'>; hash: Buffer };

/**
 * Who an Authorization header lets in (`Bearer baton_…`, RFC 6750), or null. A revoked key and the keys of
 * somebody shut out stop at once; a key can do no more than its person can now.
 */
export async function keyOf(premises: Premises, authorization: string | null): Promise<KeyHolder | null> {
  const key = /^Bearer +(baton_[A-Za-z0-9_-]{43})$/i.exec(authorization ?? '')?.[1];
  if (key === undefined) return null;
  const hash = hashToken(key);
  const now = premises.now();
  const found = await premises.pool.query<Row>(
    `with used as (
       update auth.api_key set last_used_at = $2
        where hash = $1 and revoked_at is null and (last_used_at is null or last_used_at < $3))
     select id, name, workspace, person, role, hash from auth.api_key where hash = $1 and revoked_at is null`,
    [hash, now.toString(), now.subtract({ minutes: 1 }).toString()],
  );
  const row = found.rows[0];
  if (row === undefined || !sameHash(row.hash, hash)) return null;
  const { id, name, workspace, person } = row;
  if (person === null) return { key: id, name, workspace, person, role: row.role };
  const member = await memberById(premises, person);
  if (member === null || !member.active || member.workspace !== workspace) return null;
  const role = row.role === 'admin' && member.role === 'admin' ? 'admin' : 'member';
  return { key: id, name, workspace, person, role };
}

/** Revokes a key of this workspace, at once. False where there is none. */
export async function revokeKey(premises: Premises, workspace: string, id: string): Promise<boolean> {
  const revoked = await premises.pool.query(
    'update auth.api_key set revoked_at = $3 where workspace = $1 and id = $2 and revoked_at is null',
    [workspace, id, premises.now().toString()],
  );
  return revoked.rowCount === 1;
}

/** The keys that work, the newest first. */
export async function keysOf(premises: Premises, workspace: string): Promise<KeyListed[]> {
  const found = await premises.pool.query<{
    id: Id<'key'>;
    name: string;
    begins: string;
    made_at: Date;
    last_used_at: Date | null;
  }>(
    `select id, name, begins, made_at, last_used_at from auth.api_key
      where workspace = $1 and revoked_at is null order by made_at desc, id desc`,
    [workspace],
  );
  return found.rows.map(({ id, name, begins, made_at, last_used_at }) => ({
    id,
    name,
    begins,
    madeAt: made_at.toISOString(),
    lastUsedAt: last_used_at?.toISOString() ?? null,
  }));
}
