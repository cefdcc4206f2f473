import { createHash } from 'node:crypto';
import type { Premises } from '#access/premises.js';

/** How many times within how many minutes, counted from the first. */
export type Allowance = { readonly what: string; readonly times: number; readonly minutes: number };

export const ALLOWANCES = {
  /** A link mail goes to one address at most once an hour, however often it is asked for. */
  linkForAddress: { what: 'link-address', times: 1, minutes: 60 },
  linkFromClient: { what: 'link-client', times: 30, minutes: 60 },
  /** Counted for one address from one client, so that a stranger cannot lock somebody out. */
  passwordForAddress: { what: 'password-address', times: 10, minutes: 15 },
  passwordFromClient: { what: 'password-client', times: 60, minutes: 15 },
} as const satisfies Record<string, Allowance>;

/**
 * Counts one more attempt and says whether it was still allowed. One row and one statement, so that any
 * number at the same moment, on any number of servers, are counted one after the other.
 */
export async function mayAttempt(premises: Premises, allowance: Allowance, who: string): Promise<boolean> {
  const now = premises.now();
  const found = await premises.pool.query<{ times: number }>(
    `insert into auth.attempt as a (what, who, since, times) values ($1, $2, $3, 1)
     on conflict (what, who) do update set
       times = case when a.since <= $4 then 1 else least(a.times + 1, 1000000) end,
       since = case when a.since <= $4 then excluded.since else a.since end
     returning times`,
    [
      allowance.what,
      createHash('sha256').update(`${premises.secret}\n${who.toLowerCase()}`).digest(),
      now.toString(),
      now.subtract({ minutes: allowance.minutes }).toString(),
    ],
  );
  return (found.rows[0]?.times ?? allowance.times + 1) <= allowance.times;
}
