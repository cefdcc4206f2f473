import { expect, test } from 'vitest';
import { openAccess } from '#access/access.js';
import { isRefusal } from '#domain/refusal.js';
import { asking, DANA, MARCUS, NORTHBEAM, openHouse, PASSWORD, tokenIn } from '../../test/setup/access.js';

const house = openHouse();

test('a page of another origin can use no link, sign nobody in or out, and change no password', async () => {
  await house.makeTeam();
  const { cookie } = await house.signIn('dana@northbeam.example');
  await house.access.setPassword(PASSWORD, asking({ cookie }));
  const token = tokenIn(await house.access.linkAtTerminal('dana@northbeam.example'));
  const foreign = [
    asking({ origin: 'https://evil.example', cookie }),
    asking({ origin: 'null', cookie }),
    asking({ origin: 'http://baton.northbeam.example', cookie }),
    { headers: new Headers({ cookie }), client: 'x' },
    { headers: new Headers({ cookie, 'sec-fetch-site': 'cross-site' }), client: 'x' },
  ];
  const before = await house.everything();
  for (const one of foreign) {
    const answers = await Promise.all([
      house.access.useLink(token, null, one),
      house.access.askLink('dana@northbeam.example', one),
      house.access.askFreshLink(token, one),
      house.access.signInWithPassword({ email: 'dana@northbeam.example', password: PASSWORD }, one),
      house.access.setPassword('another long password', one),
      house.access.signOut(one),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ refused: 'sign-in.foreign-page' });
    expect(house.access.isOwnOrigin(one.headers)).toBe(false);
  }
  expect(await house.everything()).toEqual(before);
  const own = { headers: new Headers({ 'sec-fetch-site': 'same-origin' }), client: 'x' };
  expect(isRefusal(await house.access.useLink(token, null, own))).toBe(false);
});

test('a session is known by its cookie until it is signed out, and the cookie is guarded', async () => {
  await house.makeTeam();
  const { session, cookie } = await house.signIn('dana@northbeam.example');
  expect(session.setCookie.join()).toMatch(/^__Secure-baton\.session_token=.*Secure.*/);
  expect(session.setCookie.join()).toMatch(/HttpOnly/);
  expect(session.setCookie.join()).toMatch(/SameSite=Lax/);
  expect(await house.access.sessionOf(new Headers({ cookie, 'user-agent': 'x' }))).toEqual({
    person: DANA,
    workspace: NORTHBEAM,
    role: 'admin',
    email: 'dana@northbeam.example',
    setCookie: [],
  });
  const cleared = await house.access.signOut(asking({ cookie }));
  expect(isRefusal(cleared) ? '' : cleared.join()).toMatch(/Max-Age=0/);
  expect(await house.access.sessionOf(new Headers({ cookie }))).toBeNull();
  expect(await house.access.sessionOf(new Headers({ cookie: cookie.replace(/.$/, 'x') }))).toBeNull();
  expect(await house.access.sessionOf(new Headers())).toBeNull();
});

test('a session that is used goes on, and its answer carries the cookie anew', async () => {
  await house.makeTeam();
  const { cookie } = await house.signIn('dana@northbeam.example');
  await house.ground.auth.query(`update auth."session" set "expiresAt" = now() + interval '10 days'`);
  expect((await house.access.sessionOf(new Headers({ cookie })))?.setCookie.join()).toMatch(/session_token=/);
});

test('over plain http on this machine the cookie comes without Secure', async () => {
  await house.makeTeam();
  const local = openAccess(house.premises({ baseUrl: 'http://localhost:4711' }));
  const token = tokenIn(await local.linkAtTerminal('dana@northbeam.example'));
  const session = await local.useLink(token, null, asking({ origin: 'http://localhost:4711' }));
  expect(isRefusal(session) ? '' : session.setCookie.join()).toMatch(
    /^baton-4711\.session_token=(?!.*Secure)/,
  );
});

test('two Batons on one machine leave each other’s people signed in, since their cookies have two names', async () => {
  await house.makeTeam();
  const cookies = new Map<string, string>();
  const both = ['http://localhost:4711', 'http://localhost:4731'].map((baseUrl) => ({
    baseUrl,
    access: openAccess(house.premises({ baseUrl, secret: `the secret of ${baseUrl}` })),
  }));
  for (const { baseUrl, access } of both) {
    const token = tokenIn(await access.linkAtTerminal('dana@northbeam.example'));
    const session = await access.useLink(token, null, asking({ origin: baseUrl }));
    if (isRefusal(session)) throw new Error(session.because);
    // As a browser does: a cookie of the same name and host takes the place of the one before.
    for (const line of session.setCookie) {
      const [name = '', value = ''] = line.split(/[=;]/, 2);
      cookies.set(name, value);
    }
  }
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const { baseUrl, access } of both)
    expect(await access.sessionOf(new Headers({ cookie })), baseUrl).not.toBeNull();
});

test('a password signs in, a wrong one does not, and setting one ends the other sessions', async () => {
  await house.makeTeam();
  const elsewhere = await house.signIn('dana@northbeam.example');
  const here = await house.signIn('dana@northbeam.example');
  expect(await house.access.setPassword('too short', asking({ cookie: here.cookie }))).toMatchObject({
    refused: 'password.length',
  });
  expect(await house.access.setPassword(PASSWORD, asking())).toMatchObject({ refused: 'sign-in.needed' });
  expect(await house.access.setPassword(PASSWORD, asking({ cookie: here.cookie }))).toBeNull();
  expect(await house.access.sessionOf(new Headers({ cookie: elsewhere.cookie }))).toBeNull();
  expect(await house.access.sessionOf(new Headers({ cookie: here.cookie }))).toMatchObject({ person: DANA });
  const email = 'Dana@Northbeam.example';
  expect(await house.access.signInWithPassword({ email, password: PASSWORD }, asking())).toMatchObject({
    person: DANA,
  });
  await house.access.setPassword('a second long password', asking({ cookie: here.cookie }));
  const wrong = await house.access.signInWithPassword({ email, password: PASSWORD }, asking());
  expect(wrong).toMatchObject({ refused: 'sign-in.wrong' });
  for (const other of ['stranger@elsewhere.example', 'marcus@northbeam.example', 'no address'])
    expect(await house.access.signInWithPassword({ email: other, password: PASSWORD }, asking())).toEqual(
      wrong,
    );
});

test('guessing a password ends after ten tries, for the guesser alone', async () => {
  await house.makeTeam();
  const { cookie } = await house.signIn('dana@northbeam.example');
  await house.access.setPassword(PASSWORD, asking({ cookie }));
  const given = { email: 'dana@northbeam.example', password: PASSWORD };
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () =>
      house.access.signInWithPassword(
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
  expect(await house.access.signInWithPassword(given, asking({ client: '198.51.100.9' }))).toMatchObject({
    refused: 'sign-in.too-many',
  });
  expect(await house.access.signInWithPassword(given, asking())).toMatchObject({ person: DANA });
});

test('whoever is shut out is out at once: sessions, links, keys and password', async () => {
  await house.makeTeam();
  const { cookie } = await house.signIn('marcus@northbeam.example');
  await house.access.setPassword(PASSWORD, asking({ cookie }));
  const link = tokenIn(await house.access.linkAtTerminal('marcus@northbeam.example'));
  const { key } = await house.access.makeKey({
    workspace: NORTHBEAM,
    person: MARCUS,
    role: 'member',
    name: 'sync',
  });
  expect(await house.access.keyOf(`Bearer ${key}`)).toMatchObject({ person: MARCUS });
  expect(await house.access.setActive(NORTHBEAM, MARCUS, false)).toBeNull();
  expect(await house.access.sessionOf(new Headers({ cookie }))).toBeNull();
  expect(await house.access.keyOf(`Bearer ${key}`)).toBeNull();
  expect(isRefusal(await house.access.useLink(link, null, asking()))).toBe(true);
  const given = { email: 'marcus@northbeam.example', password: PASSWORD };
  expect(await house.access.signInWithPassword(given, asking())).toMatchObject({ refused: 'sign-in.wrong' });
  expect(await house.access.linkAtTerminal(given.email)).toMatchObject({ refused: 'sign-in.shut-out' });
  await house.access.askLink(given.email, asking());
  expect(await house.sentTo(given.email)).toEqual([]);
  await house.access.setActive(NORTHBEAM, MARCUS, true);
  expect(await house.access.signInWithPassword(given, asking())).toMatchObject({ person: MARCUS });
});

test('a member who is marked as shut out by whatever hand is let in by nothing', async () => {
  await house.makeTeam();
  const { cookie } = await house.signIn('marcus@northbeam.example');
  const token = tokenIn(await house.access.linkAtTerminal('marcus@northbeam.example'));
  await house.ground.auth.query('update auth.member set active = false where person = $1', [MARCUS]);
  expect(await house.access.sessionOf(new Headers({ cookie }))).toBeNull();
  expect(await house.access.lookAtLink(token)).toEqual({ state: 'unknown' });
  expect(isRefusal(await house.access.useLink(token, null, asking()))).toBe(true);
  const rows = await house.ground.auth.query(
    'select used_at from auth.sign_in_link where replaced_at is null',
  );
  expect(rows.rows.at(-1)).toEqual({ used_at: null });
});
