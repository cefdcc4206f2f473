import { isAPIError } from 'better-auth/api';
import { ALLOWANCES, mayAttempt } from '#access/attempts.store.js';
import { type Library, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#access/library.js';
import { memberByEmail, memberById } from '#access/member.store.js';
import { isOwnOrigin, originsOf } from '#access/origin.js';
import type { Premises, SignedIn } from '#access/premises.js';
import { endOtherSessions, noteSignIn } from '#access/session.store.js';
import { Fault } from '#domain/fault.js';
import { type Refusal, refuse } from '#domain/refusal.js';

/** `setCookie` are values of Set-Cookie headers that the answer must carry; there may be none. */
export type Session = SignedIn & { readonly setCookie: readonly string[] };

/** What a door knows of a request: its headers, and the client's address for counting attempts. */
export type Asking = { readonly headers: Headers; readonly client: string };

/** Who is signed in by the cookie of this request, or null. Somebody shut out is null at once. */
export async function sessionOf(
  premises: Premises,
  library: Library,
  headers: Headers,
): Promise<Session | null> {
  // better-auth says only that it failed; what can fail here is the database.
  const found = await library.api
    .getSession({ headers: cookieOnly(headers), returnHeaders: true })
    .catch((cause: unknown) => {
      const because =
        'The database does not answer, so nobody can be let in just now. Nothing was changed; try again in a moment.';
      throw new Fault('database.unreachable', because, { retry: 'soon', cause });
    });
  if (found.response === null) return null;
  return member(premises, found.response.user.id, found.headers);
}

/** Signs in somebody whose link was claimed. */
export async function beginSession(
  premises: Premises,
  library: Library,
  person: string,
): Promise<Session | null> {
  const begun = await library.api.beginSession({
    body: { person },
    headers: new Headers(),
    returnHeaders: true,
  });
  return signedIn(premises, person, begun.headers);
}

/** Unknown address, wrong password and somebody shut out get the same answer, after the same work. */
export async function signInWithPassword(
  premises: Premises,
  library: Library,
  given: { readonly email: string; readonly password: string },
  asking: Asking,
): Promise<Session | Refusal> {
  if (!isOwn(premises, asking.headers)) return foreignOrigin();
  const email = given.email.trim().toLowerCase();
  const may =
    (await mayAttempt(premises, ALLOWANCES.passwordFromClient, asking.client)) &&
    (await mayAttempt(premises, ALLOWANCES.passwordForAddress, `${email}\n${asking.client}`));
  if (!may)
    return refuse(
      'sign-in.too-many',
      'That was tried too often. Wait a quarter of an hour, or ask for a link.',
    );
  const known = await memberByEmail(premises, email);
  const body = { email: known?.active === true ? email : 'nobody@left.invalid', password: given.password };
  const wrong = refuse(
    'sign-in.wrong',
    'Address and password do not fit. A link to your address works without one.',
  );
  if (given.password.length > LONGEST_PASSWORD) return wrong;
  try {
    const begun = await library.api.signInEmail({ body, headers: new Headers(), returnHeaders: true });
    return (await signedIn(premises, begun.response.user.id, begun.headers)) ?? wrong;
  } catch (error) {
    if (isAPIError(error)) return wrong;
    throw error;
  }
}

/** Sets the password of whoever is signed in, and ends their sessions everywhere else. */
export async function setPassword(
  premises: Premises,
  library: Library,
  password: string,
  asking: Asking,
): Promise<Refusal | null> {
  if (!isOwn(premises, asking.headers)) return foreignOrigin();
  const found = await library.api.getSession({ headers: cookieOnly(asking.headers) });
  if (found === null) return refuse('sign-in.needed', 'Sign in first.');
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    return refuse('password.length', `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} letters.`);
  await library.api.replacePassword({ body: { person: found.user.id, password } });
  await endOtherSessions(premises, found.user.id, found.session.id);
  return null;
}

/** Ends the session of this request. The answer must carry the cookies, which empty the browser's. */
export async function signOut(
  premises: Premises,
  library: Library,
  asking: Asking,
): Promise<readonly string[] | Refusal> {
  if (!isOwn(premises, asking.headers)) return foreignOrigin();
  const ended = await library.api.signOut({ headers: cookieOnly(asking.headers), returnHeaders: true });
  return ended.headers.getSetCookie();
}

/** True where the request may change something in the name of a cookie. */
export function isOwn(premises: Premises, headers: Headers): boolean {
  return isOwnOrigin(headers, originsOf([premises.baseUrl, ...premises.origins]));
}

export function foreignOrigin(): Refusal {
  return refuse(
    'sign-in.foreign-page',
    'This came from a page that is not Baton’s own. Open Baton at its address and try there.',
  );
}

async function signedIn(premises: Premises, person: string, headers: Headers): Promise<Session | null> {
  await noteSignIn(premises, person);
  return member(premises, person, headers);
}

async function member(premises: Premises, person: string, headers: Headers): Promise<Session | null> {
  const found = await memberById(premises, person);
  if (found === null || !found.active) return null;
  const { workspace, role, email } = found;
  return { person: found.person, workspace, role, email, setCookie: headers.getSetCookie() };
}

/** better-auth keeps the user agent of every header it is shown; a session needs none. */
function cookieOnly(headers: Headers): Headers {
  const cookie = headers.get('cookie');
  return new Headers(cookie === null ? {} : { cookie });
}
