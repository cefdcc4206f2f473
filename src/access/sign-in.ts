import { ALLOWANCES, mayAttempt } from '#access/attempts.store.js';
import { claimFirstAdminLink, findFirstAdminLink, releaseFirstAdminLink } from '#access/first-admin.store.js';
import type { Library } from '#access/library.js';
import { claimLink, findLink, makeLink, releaseLink } from '#access/link.store.js';
import { makeMember, memberByEmail, memberById } from '#access/member.store.js';
import type { Premises } from '#access/premises.js';
import { type Asking, beginSession, foreignOrigin, isOwn, type Session } from '#access/session.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';

/** What the page of a link says before anybody presses its button. Instants are ISO 8601 in UTC. */
export type LinkSeen =
  | { readonly state: 'good'; readonly email: string; readonly endsAt: string }
  | { readonly state: 'used' | 'ended'; readonly at: string }
  | { readonly state: 'first' | 'first-used' | 'unknown' };

/** Looks at a link and changes nothing, so that a mail scanner which opens it does no harm. */
export async function lookAtLink(premises: Premises, token: string): Promise<LinkSeen> {
  const first = await findFirstAdminLink(premises, token);
  if (first !== null) return { state: first.usedAt === null ? 'first' : 'first-used' };
  const link = await findLink(premises, token);
  if (link === null) return { state: 'unknown' };
  if (link.usedAt !== null) return { state: 'used', at: link.usedAt.toISOString() };
  if (link.replacedAt !== null) return { state: 'ended', at: link.replacedAt.toISOString() };
  const endsAt = link.endsAt.toISOString();
  if (link.endsAt.getTime() <= premises.now().epochMilliseconds) return { state: 'ended', at: endsAt };
  const member = await memberById(premises, link.person);
  return member === null || !member.active
    ? { state: 'unknown' }
    : { state: 'good', email: member.email, endsAt };
}

/**
 * Has a link sent to the address, where it belongs to a member. The answer says nothing of whether it does,
 * and comes before the sending. One address gets one mail an hour at most; only a client that asks for very
 * many is refused.
 */
export async function askLink(premises: Premises, email: string, asking: Asking): Promise<Refusal | null> {
  if (!isOwn(premises, asking.headers)) return foreignOrigin();
  if (!(await mayAttempt(premises, ALLOWANCES.linkFromClient, asking.client)))
    return refuse('sign-in.too-many', 'Too many links were asked for from here. Try again in an hour.');
  await sendLinkTo(premises, email);
  return null;
}

/**
 * A fresh link in place of one that was used or ended, to the address that one was made for and nowhere
 * else. Whoever holds the old link is told when it is too early.
 */
export async function askFreshLink(
  premises: Premises,
  token: string,
  asking: Asking,
): Promise<Refusal | null> {
  if (!isOwn(premises, asking.headers)) return foreignOrigin();
  const link = await findLink(premises, token);
  const member = link === null ? null : await memberById(premises, link.person);
  if (member === null) return refuse('link.unknown', 'This link is not known here.');
  if (await sendLinkTo(premises, member.email)) return null;
  return refuse(
    'sign-in.link-lately',
    'A link went to this address less than an hour ago. Look for it in your mail.',
  );
}

/**
 * Signs in by a link, which is used up by it; one of any number at once. A first admin's link needs a name
 * and an address. `onFirstAdmin` runs before anybody is let in; where it fails, the link is good again.
 */
export async function useLink(
  premises: Premises,
  library: Library,
  token: string,
  admin: { readonly name: string; readonly email: string } | null,
  asking: Asking,
): Promise<Session | Refusal> {
  if (!isOwn(premises, asking.headers)) return foreignOrigin();
  if ((await findFirstAdminLink(premises, token)) !== null)
    return useFirstLink(premises, library, token, admin);
  const person = await claimLink(premises, token);
  if (person === null) return notGood(premises, token);
  const session = await orElse(
    () => beginSession(premises, library, person),
    () => releaseLink(premises, token),
  );
  return session ?? refuse('sign-in.shut-out', 'You may no longer sign in here. Ask an admin.');
}

async function useFirstLink(
  premises: Premises,
  library: Library,
  token: string,
  admin: { readonly name: string; readonly email: string } | null,
): Promise<Session | Refusal> {
  if (admin === null) return refuse('sign-in.name-missing', 'Say who you are: a name and a mail address.');
  const workspace = await claimFirstAdminLink(premises, token);
  if (workspace === null) return notGood(premises, token);
  const email = admin.email.trim().toLowerCase();
  const release = () => releaseFirstAdminLink(premises, token);
  return orElse(async () => {
    const person = (await memberByEmail(premises, email))?.person ?? premises.mint('person');
    await premises.onFirstAdmin({ workspace, person, role: 'admin', email, name: admin.name });
    const made = await makeMember(premises, { workspace, person, email, role: 'admin' });
    const session = isRefusal(made) ? made : await beginSession(premises, library, person);
    if (session !== null && !isRefusal(session)) return session;
    await release();
    return session ?? refuse('sign-in.shut-out', 'Whoever has this address may no longer sign in.');
  }, release);
}

/** True where it was the address's turn, whether or not anybody has that address. */
async function sendLinkTo(premises: Premises, email: string): Promise<boolean> {
  const turn = await mayAttempt(premises, ALLOWANCES.linkForAddress, email.trim());
  const member = await memberByEmail(premises, email);
  if (turn && member?.active) {
    const send = async () =>
      premises.sendLink(member.email, await makeLink(premises, member.person, 'asked'));
    send().catch((error: unknown) => premises.log.error({ err: error }, 'A sign-in link was not sent.'));
  }
  return turn;
}

async function notGood(premises: Premises, token: string): Promise<Refusal> {
  const { state } = await lookAtLink(premises, token);
  if (state === 'used' || state === 'first-used')
    return refuse('link.used', 'This link has been used. It works once.');
  if (state === 'ended') return refuse('link.ended', 'This link has ended. Ask for a fresh one.');
  return refuse('link.unknown', 'This link is not known here.');
}

async function orElse<T>(run: () => Promise<T>, undo: () => Promise<void>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    await undo();
    throw error;
  }
}
