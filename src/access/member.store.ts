import type { PoolClient } from 'pg';
import type { Premises, Role, SignedIn } from '#access/premises.js';
import { inTransaction } from '#access/transaction.js';
import type { Id } from '#domain/id.js';
import { type Refusal, refuse } from '#domain/refusal.js';

/** Somebody who may sign in, or could before. Names and weeks are entries of the workspace, not kept here. */
export type Member = SignedIn & {
  readonly active: boolean;
  /** Instant of the last sign-in, ISO 8601 in UTC, or null where there was none. */
  readonly signedInAt: string | null;
};

export type NewMember = {
  readonly workspace: string;
  readonly person: Id<'person'>;
  readonly email: string;
  readonly role: Role;
};

type Row = {
  workspace: string;
  person: Id<'person'>;
  role: Role;
  email: string;
  active: boolean;
  signed_in_at: Date | null;
};

const MEMBER = `select m.workspace, m.person, m.role, u.email, m.active, m.signed_in_at
                  from auth.member m join auth."user" u on u.id = m.person`;

export async function memberByEmail(premises: Premises, email: string): Promise<Member | null> {
  const found = await premises.pool.query<Row>(`${MEMBER} where u.email = $1`, [email.trim().toLowerCase()]);
  return found.rows[0] === undefined ? null : memberOf(found.rows[0]);
}

export async function memberById(premises: Premises, person: string): Promise<Member | null> {
  const found = await premises.pool.query<Row>(`${MEMBER} where m.person = $1`, [person]);
  return found.rows[0] === undefined ? null : memberOf(found.rows[0]);
}

export async function membersOf(premises: Premises, workspace: string): Promise<Member[]> {
  const found = await premises.pool.query<Row>(`${MEMBER} where m.workspace = $1 order by m.person`, [
    workspace,
  ]);
  return found.rows.map(memberOf);
}

/**
 * Makes somebody a member, or changes address and role of one; doing it twice is doing it once. An address
 * that somebody inactive had goes over; one that somebody active has is refused, and so is taking the role
 * from the last admin.
 */
export function makeMember(premises: Premises, member: NewMember): Promise<Refusal | null> {
  const email = member.email.trim().toLowerCase();
  const now = premises.now().toString();
  return inTransaction(premises.pool, async (client) => {
    if (member.role !== 'admin' && (await isLastAdmin(client, member.workspace, member.person)))
      return lastAdmin();
    const holder = await client.query<{ id: string; active: boolean | null }>(
      `select u.id, m.active from auth."user" u left join auth.member m on m.person = u.id
        where u.email = $1 and u.id <> $2 for update of u`,
      [email, member.person],
    );
    if (holder.rows[0]?.active === true)
      return refuse('access.address-taken', 'Somebody else here has this address already.');
    if (holder.rows[0] !== undefined)
      await client.query(`update auth."user" set email = id || '@left.invalid' where id = $1`, [
        holder.rows[0].id,
      ]);
    await client.query(
      `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       values ($1, '', $2, true, $3, $3)
       on conflict (id) do update set email = excluded.email, "updatedAt" = excluded."updatedAt"`,
      [member.person, email, now],
    );
    await client.query(
      `insert into auth.member (workspace, person, role) values ($1, $2, $3)
       on conflict (workspace, person) do update set role = excluded.role`,
      [member.workspace, member.person, member.role],
    );
    return null;
  });
}

/**
 * Lets somebody in again, or shuts them out at once: sessions and open links end, and their keys are let in
 * no longer. The last active admin stays.
 */
export function setActive(
  premises: Premises,
  workspace: string,
  person: Id<'person'>,
  active: boolean,
): Promise<Refusal | null> {
  return inTransaction(premises.pool, async (client) => {
    if (!active && (await isLastAdmin(client, workspace, person))) return lastAdmin();
    const changed = await client.query(
      'update auth.member set active = $3 where workspace = $1 and person = $2',
      [workspace, person, active],
    );
    if (active || changed.rowCount === 0) return null;
    await client.query('delete from auth."session" where "userId" = $1', [person]);
    await client.query(
      'update auth.sign_in_link set replaced_at = $2 where person = $1 and used_at is null and replaced_at is null',
      [person, premises.now().toString()],
    );
    return null;
  });
}

/** Whether the workspace would be left without anybody who may change it. Locks its admins. */
async function isLastAdmin(client: PoolClient, workspace: string, person: string): Promise<boolean> {
  const admins = await client.query<{ person: string }>(
    `select person from auth.member where workspace = $1 and role = 'admin' and active order by person for update`,
    [workspace],
  );
  return admins.rows.length === 1 && admins.rows[0]?.person === person;
}

function lastAdmin(): Refusal {
  return refuse('access.last-admin', 'This is the last admin here. Make somebody else an admin first.');
}

function memberOf(row: Row): Member {
  const { workspace, person, role, email, active, signed_in_at } = row;
  return { workspace, person, role, email, active, signedInAt: signed_in_at?.toISOString() ?? null };
}
