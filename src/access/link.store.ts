import { randomUUID } from 'node:crypto';
import { memberByEmail, memberById } from '#access/member.store.js';
import type { Premises } from '#access/premises.js';
import { deriveToken, hashToken } from '#access/token.js';
import { inTransaction } from '#access/transaction.js';
import { type Refusal, refuse } from '#domain/refusal.js';

/** Why a link was made: somebody asked for it, was invited, or an operator made it at the terminal. */
export type LinkReason = 'asked' | 'invited' | 'terminal';

/** Minutes. An invitation waits for somebody who did not ask for it. */
const LASTS: Record<LinkReason, number> = { asked: 15, invited: 7 * 24 * 60, terminal: 15 };

export type Link = {
  readonly person: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
  readonly replacedAt: Date | null;
};

/**
 * Makes a sign-in link for a member and returns its URL. Links that were made before end: only the newest
 * one opens. Its token is in no table; the URL can be written again from the id and the secret.
 */
export async function makeLink(premises: Premises, person: string, why: LinkReason): Promise<string> {
  const id = randomUUID();
  const now = premises.now();
  await inTransaction(premises.pool, async (client) => {
    // Two askers in one moment must not leave two open links: the member's row puts them in order.
    await client.query('select 1 from auth.member where person = $1 for update', [person]);
    await client.query(
      'update auth.sign_in_link set replaced_at = $2 where person = $1 and used_at is null and replaced_at is null',
      [person, now.toString()],
    );
    await client.query(
      `insert into auth.sign_in_link (id, token_hash, person, why, made_at, ends_at) values ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        hashToken(tokenOf(premises, id)),
        person,
        why,
        now.toString(),
        now.add({ minutes: LASTS[why] }).toString(),
      ],
    );
  });
  return linkUrl(premises, tokenOf(premises, id));
}

/** The URL of the invitation that is still open for somebody, or null. */
export async function openInvitation(premises: Premises, person: string): Promise<string | null> {
  const found = await premises.pool.query<{ id: string }>(
    `select id from auth.sign_in_link
      where person = $1 and why = 'invited' and used_at is null and replaced_at is null and ends_at > $2`,
    [person, premises.now().toString()],
  );
  return found.rows[0] === undefined ? null : linkUrl(premises, tokenOf(premises, found.rows[0].id));
}

/**
 * The invitation of a member who has never signed in: the one that is open, else a fresh one, so that asking
 * again gives the same. Null for whoever has signed in, is shut out, or is unknown, and while a link that they
 * asked for is open: a fresh invitation would end it.
 */
export async function invite(premises: Premises, person: string): Promise<string | null> {
  const member = await memberById(premises, person);
  if (member === null || !member.active || member.signedInAt !== null) return null;
  const open = await premises.pool.query<{ id: string; why: LinkReason }>(
    `select id, why from auth.sign_in_link
      where person = $1 and used_at is null and replaced_at is null and ends_at > $2`,
    [person, premises.now().toString()],
  );
  const link = open.rows[0];
  if (link === undefined) return makeLink(premises, person, 'invited');
  return link.why === 'invited' ? linkUrl(premises, tokenOf(premises, link.id)) : null;
}

/** For `baton sign-in-link EMAIL`: whoever holds the terminal may hand out a link. */
export async function linkAtTerminal(premises: Premises, email: string): Promise<string | Refusal> {
  const member = await memberByEmail(premises, email);
  if (member === null) return refuse('sign-in.unknown-address', 'Nobody here has this address.');
  if (!member.active) return refuse('sign-in.shut-out', 'Whoever has this address may no longer sign in.');
  return makeLink(premises, member.person, 'terminal');
}

/** Reads a link and changes nothing: mail scanners open what they find. */
export async function findLink(premises: Premises, token: string): Promise<Link | null> {
  const found = await premises.pool.query<Link>(
    `select person, made_at as "madeAt", ends_at as "endsAt", used_at as "usedAt", replaced_at as "replacedAt"
       from auth.sign_in_link where token_hash = $1`,
    [hashToken(token)],
  );
  return found.rows[0] ?? null;
}

/** Uses a link up. One statement decides, so that of any number at once exactly one gets the person. */
export async function claimLink(premises: Premises, token: string): Promise<string | null> {
  const found = await premises.pool.query<{ person: string }>(
    `update auth.sign_in_link l set used_at = $2
      where token_hash = $1 and used_at is null and replaced_at is null and ends_at > $2
        and exists (select from auth.member m where m.person = l.person and m.active)
      returning person`,
    [hashToken(token), premises.now().toString()],
  );
  return found.rows[0]?.person ?? null;
}

/** Makes a link good again that was claimed and then could not sign anybody in. */
export async function releaseLink(premises: Premises, token: string): Promise<void> {
  await premises.pool.query('update auth.sign_in_link set used_at = null where token_hash = $1', [
    hashToken(token),
  ]);
}

export function linkUrl(premises: Pick<Premises, 'baseUrl'>, token: string): string {
  return `${premises.baseUrl}/sign-in/link/${token}`;
}

function tokenOf(premises: Premises, id: string): string {
  return deriveToken(premises.secret, 'sign-in-link', id);
}
