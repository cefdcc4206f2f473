import type { Premises } from '#access/premises.js';

/** Notes that somebody has just signed in. */
export async function noteSignIn(premises: Premises, person: string): Promise<void> {
  await premises.pool.query('update auth.member set signed_in_at = $2 where person = $1', [
    person,
    premises.now().toString(),
  ]);
}

/** Ends all of somebody's sessions but one, at once. */
export async function endOtherSessions(premises: Premises, person: string, kept: string): Promise<void> {
  await premises.pool.query('delete from auth."session" where "userId" = $1 and id <> $2', [person, kept]);
}
