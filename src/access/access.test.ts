import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { openLibrary } from '#access/library.js';
import { mintId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import {
  asking,
  DANA,
  MARCUS,
  NORTHBEAM,
  OTHER,
  openHouse,
  PASSWORD,
  tokenIn,
} from '../../test/setup/access.js';

const house = openHouse();

test('better-auth finds nothing left to migrate', async () => {
  const { compileMigrations } = await getMigrations(openLibrary(house.premises()).options);
  expect((await compileMigrations()).replace(/[;\s]/g, '')).toBe('');
});

test('the directory names each workspace once, the oldest first', async () => {
  house.now = house.now.add({ seconds: 1 });
  await house.access.addWorkspace(OTHER);
  await house.access.addWorkspace(NORTHBEAM);
  expect(await house.access.workspaces()).toEqual([NORTHBEAM, OTHER]);
});

test('servers that meet an empty directory at the same moment get one workspace', async () => {
  await house.ground.auth.query('delete from auth.workspace');
  const asked = Array.from({ length: 8 }, (_, place) => NORTHBEAM.replace(/.$/, String(place)));
  const got = await Promise.all(asked.map((id) => house.access.firstWorkspace(id)));
  expect(new Set(got).size).toBe(1);
  expect(await house.access.workspaces()).toEqual([got[0]]);
});

test('nothing at rest lets anybody in: no link, no key, no password, no cookie', async () => {
  await house.makeTeam();
  const first = tokenIn(await house.access.firstAdminLink(NORTHBEAM));
  const invitation = tokenIn(await house.access.invite(MARCUS));
  const { cookie } = await house.signIn('dana@northbeam.example');
  await house.access.setPassword(PASSWORD, asking({ cookie }));
  await house.access.askLink('dana@northbeam.example', asking());
  const [url] = await house.sentTo('dana@northbeam.example');
  const { key } = await house.access.makeKey({
    workspace: NORTHBEAM,
    person: null,
    role: 'admin',
    name: 'x',
  });
  const atRest = JSON.stringify(await house.everything());
  const cookieValue = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
  for (const secret of [
    first,
    invitation,
    tokenIn(url),
    key,
    PASSWORD,
    cookieValue,
    '192.0.2.7',
    'a browser',
  ])
    expect(atRest).not.toContain(secret);
  // The session's own token is at rest, as better-auth keeps it: without the signature it opens nothing.
  const stored = await house.ground.auth.query<{ token: string }>('select token from auth."session"');
  for (const value of [stored.rows[0]!.token, `${stored.rows[0]!.token}.${'A'.repeat(43)}%3D`])
    expect(
      await house.access.sessionOf(new Headers({ cookie: `__Secure-baton.session_token=${value}` })),
    ).toBeNull();
});

test('what is over is swept away, and what still counts stays', async () => {
  await house.makeTeam();
  const { cookie } = await house.signIn('dana@northbeam.example');
  await house.access.askLink('dana@northbeam.example', asking());
  await house.sentTo('dana@northbeam.example');
  await house.access.sweep();
  expect(await house.access.sessionOf(new Headers({ cookie }))).not.toBeNull();
  house.now = house.now.add({ hours: 24 * 60 });
  await house.access.sweep();
  for (const table of ['"session"', 'sign_in_link', 'attempt'])
    expect((await house.ground.auth.query(`select 1 from auth.${table}`)).rowCount).toBe(0);
});

test('the app’s login cannot look into access', async () => {
  for (const table of ['"user"', '"session"', 'api_key', 'sign_in_link'])
    await expect(house.ground.app.query(`select 1 from auth.${table}`)).rejects.toMatchObject({
      code: '42501',
    });
});

test('a key lets in until it is revoked, and can do no more than its person', async () => {
  await house.makeTeam();
  const made = await house.access.makeKey({
    workspace: NORTHBEAM,
    person: MARCUS,
    role: 'admin',
    name: 'CRM sync',
  });
  expect(made.key).toMatch(/^baton_[\w-]{43}$/);
  expect(await house.access.keyOf(`Bearer ${made.key}`)).toEqual({
    key: made.id,
    name: 'CRM sync',
    workspace: NORTHBEAM,
    person: MARCUS,
    role: 'member',
  });
  const listed = await house.access.keysOf(NORTHBEAM);
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
    expect(await house.access.keyOf(wrong)).toBeNull();
  expect(await house.access.revokeKey(OTHER, made.id)).toBe(false);
  expect(await house.access.revokeKey(NORTHBEAM, made.id)).toBe(true);
  expect(await house.access.keyOf(`Bearer ${made.key}`)).toBeNull();
  expect(await house.access.keysOf(NORTHBEAM)).toEqual([]);
});

test('a key of the terminal has no person and its own role', async () => {
  const made = await house.access.makeKey({
    workspace: NORTHBEAM,
    person: null,
    role: 'admin',
    name: 'bench',
  });
  expect(await house.access.keyOf(`bearer ${made.key}`)).toMatchObject({ person: null, role: 'admin' });
});

test('mail is taken for intro@ each name of this machine and for addresses that were set, and for no other', async () => {
  const intro = { workspace: NORTHBEAM, purpose: 'intro' };
  for (const address of [
    'intro@localhost',
    'INTRO@Baton.Northbeam.example',
    'intro@bücher.example',
    'intro@xn--bcher-kva.example',
  ])
    expect(await house.access.recipientOf(address)).toEqual(intro);
  for (const address of [
    'intro@elsewhere.example',
    'info@localhost',
    'intro',
    '@localhost',
    'intro@localhost.evil.example',
    '',
  ])
    expect(await house.access.recipientOf(address)).toBeNull();
  expect(await house.access.addAddress(NORTHBEAM, 'Deals@northbeam.example', 'intro')).toBeNull();
  expect(await house.access.addAddress(NORTHBEAM, 'deals@northbeam.example', 'intro')).toBeNull();
  expect(await house.access.addAddress(OTHER, 'deals@northbeam.example', 'intro')).toMatchObject({
    refused: 'address.taken',
  });
  expect(await house.access.addAddress(OTHER, 'nonsense', 'intro')).toMatchObject({
    refused: 'address.unreadable',
  });
  expect(await house.access.recipientOf('deals@NORTHBEAM.example')).toEqual(intro);
  await house.access.dropAddress(NORTHBEAM, 'deals@northbeam.example');
  expect(await house.access.recipientOf('deals@northbeam.example')).toBeNull();
});

test('the last admin can neither leave nor lose the role, and two cannot both go at once', async () => {
  await house.makeTeam();
  const demoted = {
    workspace: NORTHBEAM,
    person: DANA,
    email: 'dana@northbeam.example',
    role: 'member',
  } as const;
  expect(await house.access.setActive(NORTHBEAM, DANA, false)).toMatchObject({
    refused: 'access.last-admin',
  });
  expect(await house.access.makeMember(demoted)).toMatchObject({ refused: 'access.last-admin' });
  await house.access.makeMember({
    workspace: NORTHBEAM,
    person: MARCUS,
    email: 'marcus@northbeam.example',
    role: 'admin',
  });
  const both = await Promise.all([
    house.access.setActive(NORTHBEAM, DANA, false),
    house.access.setActive(NORTHBEAM, MARCUS, false),
  ]);
  expect(both.filter(isRefusal)).toHaveLength(1);
});

test('making a member twice is making one, and an address has one holder', async () => {
  await house.makeTeam();
  await house.makeTeam();
  expect(
    (await house.access.membersOf(NORTHBEAM)).map(({ person, email, role, active, signedInAt }) => [
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
  expect(await house.access.makeMember(sam)).toMatchObject({ refused: 'access.address-taken' });
  await house.access.setActive(NORTHBEAM, MARCUS, false);
  expect(await house.access.makeMember(sam)).toBeNull();
  expect(await house.signIn('marcus@northbeam.example')).toMatchObject({ session: { person: sam.person } });
});
