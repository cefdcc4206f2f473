import { domainToASCII } from 'node:url';
import type { Premises } from '#access/premises.js';
import { type Refusal, refuse } from '#domain/refusal.js';

/**
 * Where mail to an address goes, for the SMTP listener: `intro@` any name of this machine, or an address
 * that was set. Null is the 550. Upper and lower case are one, as everywhere in practice.
 */
export async function recipientOf(
  premises: Premises,
  address: string,
): Promise<{ readonly workspace: string; readonly purpose: string } | null> {
  const plain = plainAddress(address);
  if (plain === null) return null;
  const own = [...premises.hostNames, 'localhost'].map((name) => domainToASCII(name.toLowerCase()));
  const isIntro = plain.local === 'intro' && own.includes(plain.domain);
  const found = await premises.pool.query<{ workspace: string; purpose: string }>(
    `(select workspace, purpose from auth.inbound_address where address = $1)
     union all
     (select id, 'intro' from auth.workspace where $2 order by made_at, id limit 1)`,
    [`${plain.local}@${plain.domain}`, isIntro],
  );
  return found.rows[0] ?? null;
}

/** Takes an address for a workspace; doing it twice is doing it once. Another workspace's is refused. */
export async function addAddress(
  premises: Premises,
  workspace: string,
  address: string,
  purpose: string,
): Promise<Refusal | null> {
  const plain = plainAddress(address);
  if (plain === null)
    return refuse('address.unreadable', 'This is not a mail address, like intro@northbeam.example.');
  const added = await premises.pool.query(
    `insert into auth.inbound_address as a (address, workspace, purpose) values ($1, $2, $3)
     on conflict (address) do update set purpose = excluded.purpose where a.workspace = excluded.workspace`,
    [`${plain.local}@${plain.domain}`, workspace, purpose],
  );
  return added.rowCount === 1 ? null : refuse('address.taken', 'This address is taken already.');
}

export async function dropAddress(premises: Premises, workspace: string, address: string): Promise<void> {
  const plain = plainAddress(address);
  if (plain === null) return;
  await premises.pool.query('delete from auth.inbound_address where workspace = $1 and address = $2', [
    workspace,
    `${plain.local}@${plain.domain}`,
  ]);
}

/** Makes the addresses of a workspace's purpose these and no others; what it is not given takes no more mail. */
export async function setAddresses(
  premises: Premises,
  workspace: string,
  purpose: string,
  addresses: readonly string[],
): Promise<void> {
  const wanted = addresses.map(plainAddress).filter((each) => each !== null);
  await premises.pool.query(
    'delete from auth.inbound_address where workspace = $1 and purpose = $2 and address <> all ($3::text[])',
    [workspace, purpose, wanted.map(({ local, domain }) => `${local}@${domain}`)],
  );
  for (const address of addresses) await addAddress(premises, workspace, address, purpose);
}

/** The domain in its ASCII form (RFC 5891), because smtp-server hands over the other one. */
function plainAddress(address: string): { readonly local: string; readonly domain: string } | null {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).trim().toLowerCase().normalize('NFC');
  const domain = domainToASCII(
    address
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  );
  return at <= 0 || local === '' || domain === '' ? null : { local, domain };
}
