import { getMigrations } from 'better-auth/db/migration';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Access, openAccess } from '#access/access.js';
import { openLibrary } from '#access/library.js';
import type { Premises, SignedIn } from '#access/premises.js';
import { type Id, mintId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';

const BASE = 'https://baton.northbeam.example';
const NORTHBEAM = '018f0000-0000-7000-8000-000000000001';
const OTHER = '018f0000-0000-7000-8000-000000000002';
const DANA = 'person_00000000000000000000000001' as Id<'person'>;
const MARCUS = 'person_00000000000000000000000002' as Id<'person'>;
const PASSWORD = 'three small boats at noon';

let ground: FreshDatabase;
let access: Access;
let now: Temporal.Instant;
const sent: { email: string; url: string }[] = [];
const admins: SignedIn[] = [];
let onFirstAdmin: Premises['onFirstAdmin'];

function premises(changes: Partial<Premises> = {}): Premises {
  return {
    pool: ground.auth,
    secret: 'a secret of this test only',
    baseUrl: BASE,
    origins: ['http://127.0.0.1:4711'],
    hostNames: ['baton.northbeam.example', 'bücher.example'],
    sendLink: async (email, url) => {
      sent.push({ email, url });
    },
    onFirstAdmin: (admin) => onFirstAdmin(admin),
    now: () => now,
    mint: mintId,
    log: { error() {} },
    ...changes,
  };
}

beforeAll(async () => {
  ground = await freshDatabase();
  access = openAccess(premises());
});
afterAll(() => ground.drop());
beforeEach(async () => {
  sent.length = 0;
  admins.length = 0;
  onFirstAdmin = async (admin) => {
    admins.push(admin);
  };
  now = Temporal.Now.instant();
  await ground.auth.query(
    `delete from auth."user"; delete from auth.member; delete from auth.sign_in_link; delete from auth.first_admin;
     delete from auth.attempt; delete from auth.api_key; delete from auth.inbound_address; delete from auth.workspace`,
  );
  await access.addWorkspace(NORTHBEAM);
});

function asking(changes: { origin?: string; cookie?: string; client?: string } = {}) {
  const headers = new Headers({ origin: changes.origin ?? BASE, 'user-agent': 'a browser' });
  if (changes.cookie !== undefined) headers.set('cookie', changes.cookie);
  return { headers, client: changes.client ?? '192.0.2.7' };
}

function cookieOf(session: { setCookie: readonly string[] }): string {
  return session.setCookie.map((line) => line.split(';', 1)[0]).join('; ');
}

function tokenIn(url: string | null): string {
  return /\/sign-in\/link\/([\w-]{43})$/.exec(url ?? '')?.[1] ?? 'no token';
}

async function makeTeam(): Promise<void> {
  await access.makeMember({
    workspace: NORTHBEAM,
    person: DANA,
    email: 'Dana@northbeam.example',
    role: 'admin',
  });
  await access.makeMember({
    workspace: NORTHBEAM,
    person: MARCUS,
    email: 'marcus@northbeam.example',
    role: 'member',
  });
}

async function signIn(email: string) {
  const link = await access.linkAtTerminal(email);
  const session = await access.useLink(tokenIn(link as string), null, asking());
  if (isRefusal(session)) throw new Error(session.because);
  return { session, cookie: cookieOf(session) };
}

async function sentTo(email: string): Promise<string[]> {
  await expect
    .poll(() => sent.length, { timeout: 300, interval: 5 })
    .toBeGreaterThan(0)
    .catch(() => {});
  return sent.filter((mail) => mail.email === email).map((mail) => mail.url);
}

test('better-auth finds nothing left to migrate', async () => {
  const { compileMigrations } = await getMigrations(openLibrary(premises()).options);
  expect((await compileMigrations()).replace(/[;\s]/g, '')).toBe('');
});

test('the first link makes one admin, however many press the button at once', async () => {
  const token = tokenIn(await access.firstAdminLink(NORTHBEAM));
  expect(await access.lookAtLink(token)).toEqual({ state: 'first' });
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      access.useLink(token, { name: `Dana ${at}`, email: `dana${at}@northbeam.example` }, asking()),
    ),
  );
  const won = results.filter((result) => !isRefusal(result));
  expect(won).toHaveLength(1);
  expect(results.filter(isRefusal).map(({ refused }) => refused)).toEqual(Array(49).fill('link.used'));
  expect(admins).toHaveLength(1);
  expect(won[0]).toMatchObject({ workspace: NORTHBEAM, role: 'admin', person: admins[0]!.person });
  expect(await access.membersOf(NORTHBEAM)).toHaveLength(1);
  expect(await access.lookAtLink(token)).toEqual({ state: 'first-used' });
});

test('each start prints a fresh first link that ends the one before, until somebody has signed in', async () => {
  const before = tokenIn(await access.firstAdminLink(NORTHBEAM));
  const after = tokenIn(await access.firstAdminLink(NORTHBEAM));
  expect(await access.lookAtLink(before)).toEqual({ state: 'unknown' });
  const dana = { name: 'Dana', email: 'dana@northbeam.example' };
  expect(await access.useLink(before, dana, asking())).toMatchObject({ refused: 'link.unknown' });
  expect(await access.useLink(after, null, asking())).toMatchObject({ refused: 'sign-in.name-missing' });
  expect(isRefusal(await access.useLink(after, dana, asking()))).toBe(false);
  expect(await access.firstAdminLink(NORTHBEAM)).toBeNull();
});

test('where the first admin could not be recorded, nobody is let in and the link stays good', async () => {
  const token = tokenIn(await access.firstAdminLink(NORTHBEAM));
  const dana = { name: 'Dana', email: 'dana@northbeam.example' };
  onFirstAdmin = () => Promise.reject(new Error('the record is away'));
  await expect(access.useLink(token, dana, asking())).rejects.toThrow('the record is away');
  expect(await access.membersOf(NORTHBEAM)).toEqual([]);
  onFirstAdmin = async () => {};
  expect(isRefusal(await access.useLink(token, dana, asking()))).toBe(false);
});

test('a claim of the first link that died with its server is given up at a later start', async () => {
  const token = tokenIn(await access.firstAdminLink(NORTHBEAM));
  await ground.auth.query('update auth.first_admin set used_at = $1', [now.toString()]);
  expect(await access.firstAdminLink(NORTHBEAM)).toBeNull();
  now = now.add({ seconds: 11 });
  const fresh = tokenIn(await access.firstAdminLink(NORTHBEAM));
  expect(fresh).not.toBe(token);
  expect(await access.lookAtLink(fresh)).toEqual({ state: 'first' });
});

test('a sign-in link works once, also for fifty at the same moment', async () => {
  await makeTeam();
  await access.askLink('DANA@northbeam.example', asking());
  const [url] = await sentTo('dana@northbeam.example');
  const results = await Promise.all(
    Array.from({ length: 50 }, () => access.useLink(tokenIn(url!), null, asking())),
  );
  const won = results.filter((result) => !isRefusal(result));
  expect(won).toHaveLength(1);
  expect(won[0]).toMatchObject({ person: DANA, role: 'admin', email: 'dana@northbeam.example' });
  const rows = await ground.auth.query('select 1 from auth."session"');
  expect(rows.rowCount).toBe(1);
});

test('opening a link changes nothing: a scanner that looks a hundred times leaves it good', async () => {
  await makeTeam();
  const token = tokenIn((await access.linkAtTerminal('dana@northbeam.example')) as string);
  const before = await everything();
  for (let look = 0; look < 100; look += 1)
    expect(await access.lookAtLink(token)).toMatchObject({ state: 'good', email: 'dana@northbeam.example' });
  expect(await everything()).toEqual(before);
  expect(isRefusal(await access.useLink(token, null, asking()))).toBe(false);
});

test('a link ends after fifteen minutes, and says when', async () => {
  await makeTeam();
  const token = tokenIn((await access.linkAtTerminal('dana@northbeam.example')) as string);
  const endsAt = new Date(now.epochMilliseconds + 15 * 60_000).toISOString();
  now = now.add({ minutes: 14, seconds: 59 });
  expect(await access.lookAtLink(token)).toMatchObject({ state: 'good', endsAt });
  now = now.add({ seconds: 1 });
  expect(await access.lookAtLink(token)).toEqual({ state: 'ended', at: endsAt });
  expect(await access.useLink(token, null, asking())).toMatchObject({ refused: 'link.ended' });
});

test('only the newest link opens, and a used one says when it was used', async () => {
  await makeTeam();
  const older = tokenIn((await access.linkAtTerminal('dana@northbeam.example')) as string);
  const newer = tokenIn((await access.linkAtTerminal('dana@northbeam.example')) as string);
  expect(await access.lookAtLink(older)).toMatchObject({ state: 'ended' });
  expect(await access.useLink(older, null, asking())).toMatchObject({ refused: 'link.ended' });
  await access.useLink(newer, null, asking());
  expect(await access.lookAtLink(newer)).toEqual({
    state: 'used',
    at: new Date(now.epochMilliseconds).toISOString(),
  });
  expect(await access.useLink(newer, null, asking())).toMatchObject({ refused: 'link.used' });
});

test('of twenty links made at the same moment one is open', async () => {
  await makeTeam();
  await Promise.all(Array.from({ length: 20 }, () => access.linkAtTerminal('dana@northbeam.example')));
  const open = await ground.auth.query(
    'select 1 from auth.sign_in_link where used_at is null and replaced_at is null',
  );
  expect(open.rowCount).toBe(1);
});

test('an address that nobody has gets the same answer, and no mail and no account', async () => {
  await makeTeam();
  expect(await access.askLink('dana@northbeam.example', asking())).toBeNull();
  expect(await access.askLink('stranger@elsewhere.example', asking())).toBeNull();
  expect(await sentTo('dana@northbeam.example')).toHaveLength(1);
  expect(await sentTo('stranger@elsewhere.example')).toHaveLength(0);
  expect((await ground.auth.query('select 1 from auth."user"')).rowCount).toBe(2);
});

test('one address gets one mail an hour, however often and from wherever it is asked for', async () => {
  await makeTeam();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      access.askLink('dana@northbeam.example', asking({ client: `192.0.2.${at}` })),
    ),
  );
  expect(await sentTo('dana@northbeam.example')).toHaveLength(1);
  now = now.add({ minutes: 60 });
  await access.askLink('dana@northbeam.example', asking());
  await expect.poll(() => sent.length).toBe(2);
});

test('a fresh link goes to the address the old one was made for, and says when it is too early', async () => {
  await makeTeam();
  await access.askLink('dana@northbeam.example', asking());
  const [url] = await sentTo('dana@northbeam.example');
  expect(await access.askFreshLink(tokenIn(url!), asking())).toMatchObject({
    refused: 'sign-in.link-lately',
  });
  now = now.add({ minutes: 61 });
  expect(await access.askFreshLink(tokenIn(url!), asking())).toBeNull();
  await expect.poll(() => sent.map(({ email }) => email)).toEqual(Array(2).fill('dana@northbeam.example'));
  expect(await access.askFreshLink('x'.repeat(43), asking())).toMatchObject({ refused: 'link.unknown' });
});

test('a client that asks for links for very many addresses is refused', async () => {
  const answers = [];
  for (let at = 0; at < 31; at += 1) answers.push(await access.askLink(`a${at}@elsewhere.example`, asking()));
  expect(answers.filter(isRefusal)).toHaveLength(1);
});

test('an invitation is the same URL however often it is asked for, until somebody signs in by it', async () => {
  await makeTeam();
  const url = await access.invite(MARCUS);
  expect(await access.invite(MARCUS)).toBe(url);
  expect(await access.openInvitation(MARCUS)).toBe(url);
  now = now.add({ hours: 6 * 24 });
  expect(await access.useLink(tokenIn(url), null, asking())).toMatchObject({
    person: MARCUS,
    role: 'member',
  });
  expect(await access.openInvitation(MARCUS)).toBeNull();
  expect(await access.invite(MARCUS)).toBeNull();
});

test('a link of another secret opens nothing', async () => {
  await makeTeam();
  const other = openAccess(premises({ secret: 'another secret' }));
  await other.linkAtTerminal('dana@northbeam.example');
  expect(await access.openInvitation(DANA)).toBeNull();
  const { cookie } = await signIn('dana@northbeam.example');
  expect(await other.sessionOf(new Headers({ cookie }))).toBeNull();
});

test('a page of another origin can use no link, sign nobody in or out, and change no password', async () => {
  await makeTeam();
  const { cookie } = await signIn('dana@northbeam.example');
  await access.setPassword(PASSWORD, asking({ cookie }));
  const token = tokenIn((await access.linkAtTerminal('dana@northbeam.example')) as string);
  const foreign = [
    asking({ origin: 'https://evil.example', cookie }),
    asking({ origin: 'null', cookie }),
    asking({ origin: 'http://baton.northbeam.example', cookie }),
    { headers: new Headers({ cookie }), client: 'x' },
    { headers: new Headers({ cookie, 'sec-fetch-site': 'cross-site' }), client: 'x' },
  ];
  const before = await everything();
  for (const one of foreign) {
    const answers = await Promise.all([
      access.useLink(token, null, one),
      access.askLink('dana@northbeam.example', one),
      access.askFreshLink(token, one),
      access.signInWithPassword({ email: 'dana@northbeam.example', password: PASSWORD }, one),
      access.setPassword('another long password', one),
      access.signOut(one),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ refused: 'sign-in.foreign-page' });
    expect(access.isOwnOrigin(one.headers)).toBe(false);
  }
  expect(await everything()).toEqual(before);
  const own = { headers: new Headers({ 'sec-fetch-site': 'same-origin' }), client: 'x' };
  expect(isRefusal(await access.useLink(token, null, own))).toBe(false);
});

test('a session is known by its cookie until it is signed out, and the cookie is guarded', async () => {
  await makeTeam();
  const { session, cookie } = await signIn('dana@northbeam.example');
  expect(session.setCookie.join()).toMatch(/^__Secure-baton\.session_token=.*Secure.*/);
  expect(session.setCookie.join()).toMatch(/HttpOnly/);
  expect(session.setCookie.join()).toMatch(/SameSite=Lax/);
  expect(await access.sessionOf(new Headers({ cookie, 'user-agent': 'x' }))).toEqual({
    person: DANA,
    workspace: NORTHBEAM,
    role: 'admin',
    email: 'dana@northbeam.example',
    setCookie: [],
  });
  const cleared = await access.signOut(asking({ cookie }));
  expect(isRefusal(cleared) ? '' : cleared.join()).toMatch(/Max-Age=0/);
  expect(await access.sessionOf(new Headers({ cookie }))).toBeNull();
  expect(await access.sessionOf(new Headers({ cookie: cookie.replace(/.$/, 'x') }))).toBeNull();
  expect(await access.sessionOf(new Headers())).toBeNull();
});

test('a session that is used goes on, and its answer carries the cookie anew', async () => {
  await makeTeam();
  const { cookie } = await signIn('dana@northbeam.example');
  await ground.auth.query(`update auth."session" set "expiresAt" = now() + interval '10 days'`);
  expect((await access.sessionOf(new Headers({ cookie })))?.setCookie.join()).toMatch(/session_token=/);
});

test('over plain http on this machine the cookie comes without Secure', async () => {
  await makeTeam();
  const local = openAccess(premises({ baseUrl: 'http://localhost:4711' }));
  const token = tokenIn((await local.linkAtTerminal('dana@northbeam.example')) as string);
  const session = await local.useLink(token, null, asking({ origin: 'http://localhost:4711' }));
  expect(isRefusal(session) ? '' : session.setCookie.join()).toMatch(/^baton\.session_token=(?!.*Secure)/);
});

test('a password signs in, a wrong one does not, and setting one ends the other sessions', async () => {
  await makeTeam();
  const elsewhere = await signIn('dana@northbeam.example');
  const here = await signIn('dana@northbeam.example');
  expect(await access.setPassword('too short', asking({ cookie: here.cookie }))).toMatchObject({
    refused: 'password.length',
  });
  expect(await access.setPassword(PASSWORD, asking())).toMatchObject({ refused: 'sign-in.needed' });
  expect(await access.setPassword(PASSWORD, asking({ cookie: here.cookie }))).toBeNull();
  expect(await access.sessionOf(new Headers({ cookie: elsewhere.cookie }))).toBeNull();
  expect(await access.sessionOf(new Headers({ cookie: here.cookie }))).toMatchObject({ person: DANA });
  const email = 'Dana@Northbeam.example';
  expect(await access.signInWithPassword({ email, password: PASSWORD }, asking())).toMatchObject({
    person: DANA,
  });
  await access.setPassword('a second long password', asking({ cookie: here.cookie }));
  const wrong = await access.signInWithPassword({ email, password: PASSWORD }, asking());
  expect(wrong).toMatchObject({ refused: 'sign-in.wrong' });
  for (const other of ['stranger@elsewhere.example', 'marcus@northbeam.example', 'no address'])
    expect(await access.signInWithPassword({ email: other, password: PASSWORD }, asking())).toEqual(wrong);
});

test('guessing a password ends after ten tries, for the guesser alone', async () => {
  await makeTeam();
  const { cookie } = await signIn('dana@northbeam.example');
  await access.setPassword(PASSWORD, asking({ cookie }));
  const given = { email: 'dana@northbeam.example', password: PASSWORD };
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () =>
      access.signInWithPassword(
        { ...given, password: 'a wrong one here' },
        asking({ client: '198.51.100.9' }),
      ),
    ),
  );
  expect(
    guesses
      .map((guess) => (guess as { refused: string }).refused)
      .filter((code) => code === 'sign-in.too-many'),
  ).toHaveLength(2);
  expect(await access.signInWithPassword(given, asking({ client: '198.51.100.9' }))).toMatchObject({
    refused: 'sign-in.too-many',
  });
  expect(await access.signInWithPassword(given, asking())).toMatchObject({ person: DANA });
});

test('whoever is shut out is out at once: sessions, links, keys and password', async () => {
  await makeTeam();
  const { cookie } = await signIn('marcus@northbeam.example');
  await access.setPassword(PASSWORD, asking({ cookie }));
  const link = tokenIn((await access.linkAtTerminal('marcus@northbeam.example')) as string);
  const { key } = await access.makeKey({
    workspace: NORTHBEAM,
    person: MARCUS,
    role: 'member',
    name: 'sync',
  });
  expect(await access.keyOf(`Bearer ${key}`)).toMatchObject({ person: MARCUS });
  expect(await access.setActive(NORTHBEAM, MARCUS, false)).toBeNull();
  expect(await access.sessionOf(new Headers({ cookie }))).toBeNull();
  expect(await access.keyOf(`Bearer ${key}`)).toBeNull();
  expect(isRefusal(await access.useLink(link, null, asking()))).toBe(true);
  const given = { email: 'marcus@northbeam.example', password: PASSWORD };
  expect(await access.signInWithPassword(given, asking())).toMatchObject({ refused: 'sign-in.wrong' });
  expect(await access.linkAtTerminal(given.email)).toMatchObject({ refused: 'sign-in.shut-out' });
  await access.askLink(given.email, asking());
  expect(await sentTo(given.email)).toEqual([]);
  await access.setActive(NORTHBEAM, MARCUS, true);
  expect(await access.signInWithPassword(given, asking())).toMatchObject({ person: MARCUS });
});

test('the last admin can neither leave nor lose the role, and two cannot both go at once', async () => {
  await makeTeam();
  const demoted = {
    workspace: NORTHBEAM,
    person: DANA,
    email: 'dana@northbeam.example',
    role: 'member',
  } as const;
  expect(await access.setActive(NORTHBEAM, DANA, false)).toMatchObject({ refused: 'access.last-admin' });
  expect(await access.makeMember(demoted)).toMatchObject({ refused: 'access.last-admin' });
  await access.makeMember({
    workspace: NORTHBEAM,
    person: MARCUS,
    email: 'marcus@northbeam.example',
    role: 'admin',
  });
  const both = await Promise.all([
    access.setActive(NORTHBEAM, DANA, false),
    access.setActive(NORTHBEAM, MARCUS, false),
  ]);
  expect(both.filter(isRefusal)).toHaveLength(1);
});

test('making a member twice is making one, and an address has one holder', async () => {
  await makeTeam();
  await makeTeam();
  expect(
    (await access.membersOf(NORTHBEAM)).map(({ person, email, role, active, signedInAt }) => [
      person,
      email,
      role,
      active,
      signedInAt,
    ]),
  ).toEqual([
    [DANA, 'dana@northbeam.example', 'admin', true, null],
    [MARCUS, 'marcus@northbeam.example', 'member', true, null],
  ]);
  const sam = {
    workspace: NORTHBEAM,
    person: mintId('person'),
    email: 'marcus@northbeam.example',
    role: 'member',
  } as const;
  expect(await access.makeMember(sam)).toMatchObject({ refused: 'access.address-taken' });
  await access.setActive(NORTHBEAM, MARCUS, false);
  expect(await access.makeMember(sam)).toBeNull();
  expect(await signIn('marcus@northbeam.example')).toMatchObject({ session: { person: sam.person } });
});

test('a key lets in until it is revoked, and can do no more than its person', async () => {
  await makeTeam();
  const made = await access.makeKey({
    workspace: NORTHBEAM,
    person: MARCUS,
    role: 'admin',
    name: 'CRM sync',
  });
  expect(made.key).toMatch(/^baton_[\w-]{43}$/);
  expect(await access.keyOf(`Bearer ${made.key}`)).toEqual({
    key: made.id,
    name: 'CRM sync',
    workspace: NORTHBEAM,
    person: MARCUS,
    role: 'member',
  });
  const listed = await access.keysOf(NORTHBEAM);
  expect(listed).toMatchObject([{ id: made.id, begins: made.begins, lastUsedAt: expect.any(String) }]);
  expect(JSON.stringify(listed)).not.toContain(made.key);
  for (const wrong of [
    null,
    '',
    made.key,
    `Basic ${made.key}`,
    `Bearer ${made.key}x`,
    `Bearer baton_${'A'.repeat(43)}`,
  ])
    expect(await access.keyOf(wrong)).toBeNull();
  expect(await access.revokeKey(OTHER, made.id)).toBe(false);
  expect(await access.revokeKey(NORTHBEAM, made.id)).toBe(true);
  expect(await access.keyOf(`Bearer ${made.key}`)).toBeNull();
  expect(await access.keysOf(NORTHBEAM)).toEqual([]);
});

test('a key of the terminal has no person and its own role', async () => {
  const made = await access.makeKey({ workspace: NORTHBEAM, person: null, role: 'admin', name: 'bench' });
  expect(await access.keyOf(`bearer ${made.key}`)).toMatchObject({ person: null, role: 'admin' });
});

test('mail is taken for intro@ each name of this machine and for addresses that were set, and for no other', async () => {
  const intro = { workspace: NORTHBEAM, purpose: 'intro' };
  for (const address of [
    'intro@localhost',
    'INTRO@Baton.Northbeam.example',
    'intro@bücher.example',
    'intro@xn--bcher-kva.example',
  ])
    expect(await access.recipientOf(address)).toEqual(intro);
  for (const address of [
    'intro@elsewhere.example',
    'info@localhost',
    'intro',
    '@localhost',
    'intro@localhost.evil.example',
    '',
  ])
    expect(await access.recipientOf(address)).toBeNull();
  expect(await access.addAddress(NORTHBEAM, 'Deals@northbeam.example', 'intro')).toBeNull();
  expect(await access.addAddress(NORTHBEAM, 'deals@northbeam.example', 'intro')).toBeNull();
  expect(await access.addAddress(OTHER, 'deals@northbeam.example', 'intro')).toMatchObject({
    refused: 'address.taken',
  });
  expect(await access.addAddress(OTHER, 'nonsense', 'intro')).toMatchObject({
    refused: 'address.unreadable',
  });
  expect(await access.recipientOf('deals@NORTHBEAM.example')).toEqual(intro);
  await access.dropAddress(NORTHBEAM, 'deals@northbeam.example');
  expect(await access.recipientOf('deals@northbeam.example')).toBeNull();
});

test('the directory names each workspace once, the oldest first', async () => {
  now = now.add({ seconds: 1 });
  await access.addWorkspace(OTHER);
  await access.addWorkspace(NORTHBEAM);
  expect(await access.workspaces()).toEqual([NORTHBEAM, OTHER]);
});

test('nothing at rest lets anybody in: no link, no key, no password, no cookie', async () => {
  await makeTeam();
  const first = tokenIn(await access.firstAdminLink(NORTHBEAM));
  const invitation = tokenIn(await access.invite(MARCUS));
  const { cookie } = await signIn('dana@northbeam.example');
  await access.setPassword(PASSWORD, asking({ cookie }));
  await access.askLink('dana@northbeam.example', asking());
  const [url] = await sentTo('dana@northbeam.example');
  const { key } = await access.makeKey({ workspace: NORTHBEAM, person: null, role: 'admin', name: 'x' });
  const atRest = JSON.stringify(await everything());
  const cookieValue = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
  for (const secret of [
    first,
    invitation,
    tokenIn(url!),
    key,
    PASSWORD,
    cookieValue,
    '192.0.2.7',
    'a browser',
  ])
    expect(atRest).not.toContain(secret);
  // The session's own token is at rest, as better-auth keeps it: without the signature it opens nothing.
  const stored = await ground.auth.query<{ token: string }>('select token from auth."session"');
  for (const value of [stored.rows[0]!.token, `${stored.rows[0]!.token}.${'A'.repeat(43)}%3D`])
    expect(
      await access.sessionOf(new Headers({ cookie: `__Secure-baton.session_token=${value}` })),
    ).toBeNull();
});

test('what is over is swept away, and what still counts stays', async () => {
  await makeTeam();
  const { cookie } = await signIn('dana@northbeam.example');
  await access.askLink('dana@northbeam.example', asking());
  await sentTo('dana@northbeam.example');
  await access.sweep();
  expect(await access.sessionOf(new Headers({ cookie }))).not.toBeNull();
  now = now.add({ hours: 24 * 60 });
  await access.sweep();
  for (const table of ['"session"', 'sign_in_link', 'attempt'])
    expect((await ground.auth.query(`select 1 from auth.${table}`)).rowCount).toBe(0);
});

test('the app’s login cannot look into access', async () => {
  for (const table of ['"user"', '"session"', 'api_key', 'sign_in_link'])
    await expect(ground.app.query(`select 1 from auth.${table}`)).rejects.toMatchObject({ code: '42501' });
});

async function everything(): Promise<unknown> {
  const tables = [
    '"user"',
    '"session"',
    '"account"',
    '"verification"',
    'workspace',
    'member',
    'sign_in_link',
    'first_admin',
    'api_key',
    'inbound_address',
    'attempt',
  ];
  const found = [];
  for (const table of tables) {
    const rows = await ground.auth.query(`select t::text as row from auth.${table} t order by 1`);
    if (table !== 'attempt') found.push([table, rows.rows]);
    else found.push(rows.rows.map(({ row }) => row.split(',', 2)));
  }
  return found;
}
