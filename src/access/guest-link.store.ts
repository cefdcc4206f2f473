import type { Premises } from '#access/premises.js';
import { deriveToken, hashToken } from '#access/token.js';
import type { Id } from '#domain/id.js';

export type GuestLink = {
  readonly link: Id<'link'>;
  readonly workspace: string;
  readonly deal: Id<'deal'>;
};

/**
 * Lets a link open, whose entry stands on the deal's record already, and returns its URL. Safe to repeat: the
 * same link has the same URL, since its token is made of its id.
 */
export async function keepGuestLink(
  premises: Premises,
  { link, workspace, deal }: GuestLink,
): Promise<string> {
  const token = deriveToken(premises.secret, 'guest-link', link);
  await premises.pool.query(
    `insert into auth.guest_link (id, workspace, deal, token_hash, made_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing`,
    [link, workspace, deal, hashToken(token), premises.now().toString()],
  );
  return `${premises.baseUrl}/g/${token}`;
}

/** Which deal a token opens, or null. Reading changes nothing: mail scanners open what they find. */
export async function findGuestLink(premises: Premises, token: string): Promise<GuestLink | null> {
  const found = await premises.pool.query<GuestLink>(
    'select id as link, workspace, deal from auth.guest_link where token_hash = $1',
    [hashToken(token)],
  );
  return found.rows[0] ?? null;
}
