import { expect, test } from 'vitest';
import { openAccess } from '#access/access.js';
import { isRefusal } from '#domain/refusal.js';
import { asking, DANA, MARCUS, NORTHBEAM, openHouse, tokenIn } from '../../test/setup/access.js';

const house = openHouse();

test('a sign-in link works once, also for fifty at the same moment', async () => {
  await house.makeTeam();
  await house.access.askLink('DANA@northbeam.example', asking());
  const [url] = await house.sentTo('dana@northbeam.example');
  const results = await Promise.all(
    Array.from({ length: 50 }, () => house.access.useLink(tokenIn(url), null, asking())),
  );
  const won = results.filter((result) => !isRefusal(result));
  expect(won).toHaveLength(1);
  expect(won[0]).toMatchObject({ person: DANA, role: 'admin', email: 'dana@northbeam.example' });
  const rows = await house.ground.auth.query('select 1 from auth."session"');
  expect(rows.rowCount).toBe(1);
});

test('opening a link changes nothing: a scanner that looks a hundred times leaves it good', async () => {
  await house.makeTeam();
  const token = tokenIn(await house.access.linkAtTerminal('dana@northbeam.example'));
  const before = await house.everything();
  for (let look = 0; look < 100; look += 1)
    expect(await house.access.lookAtLink(token)).toMatchObject({
      state: 'good',
      email: 'dana@northbeam.example',
    });
  expect(await house.everything()).toEqual(before);
  expect(isRefusal(await house.access.useLink(token, null, asking()))).toBe(false);
});

test('a link ends after fifteen minutes, and says when', async () => {
  await house.makeTeam();
  const token = tokenIn(await house.access.linkAtTerminal('dana@northbeam.example'));
  const endsAt = new Date(house.now.epochMilliseconds + 15 * 60_000).toISOString();
  house.now = house.now.add({ minutes: 14, seconds: 59 });
  expect(await house.access.lookAtLink(token)).toMatchObject({ state: 'good', endsAt });
  house.now = house.now.add({ seconds: 1 });
  expect(await house.access.lookAtLink(token)).toEqual({ state: 'ended', at: endsAt });
  expect(await house.access.useLink(token, null, asking())).toMatchObject({ refused: 'link.ended' });
});

test('only the newest link opens, and a used one says when it was used', async () => {
  await house.makeTeam();
  const older = tokenIn(await house.access.linkAtTerminal('dana@northbeam.example'));
  const newer = tokenIn(await house.access.linkAtTerminal('dana@northbeam.example'));
  expect(await house.access.lookAtLink(older)).toMatchObject({ state: 'ended' });
  expect(await house.access.useLink(older, null, asking())).toMatchObject({ refused: 'link.ended' });
  await house.access.useLink(newer, null, asking());
  expect(await house.access.lookAtLink(newer)).toEqual({
    state: 'used',
    at: new Date(house.now.epochMilliseconds).toISOString(),
  });
  expect(await house.access.useLink(newer, null, asking())).toMatchObject({ refused: 'link.used' });
});

test('of twenty links made at the same moment one is open', async () => {
  await house.makeTeam();
  await Promise.all(Array.from({ length: 20 }, () => house.access.linkAtTerminal('dana@northbeam.example')));
  const open = await house.ground.auth.query(
    'select 1 from auth.sign_in_link where used_at is null and replaced_at is null',
  );
  expect(open.rowCount).toBe(1);
});

test('an address that nobody has gets the same answer, and no mail and no account', async () => {
  await house.makeTeam();
  expect(await house.access.askLink('dana@northbeam.example', asking())).toBeNull();
  expect(await house.access.askLink('stranger@elsewhere.example', asking())).toBeNull();
  expect(await house.sentTo('dana@northbeam.example')).toHaveLength(1);
  expect(await house.sentTo('stranger@elsewhere.example')).toHaveLength(0);
  expect((await house.ground.auth.query('select 1 from auth."user"')).rowCount).toBe(2);
});

test('one address gets one mail an hour, however often and from wherever it is asked for', async () => {
  await house.makeTeam();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      house.access.askLink('dana@northbeam.example', asking({ client: `192.0.2.${at}` })),
    ),
  );
  expect(await house.sentTo('dana@northbeam.example')).toHaveLength(1);
  house.now = house.now.add({ minutes: 60 });
  await house.access.askLink('dana@northbeam.example', asking());
  await expect.poll(() => house.sent.length).toBe(2);
});

test('a fresh link goes to the address the old one was made for, and says when it is too early', async () => {
  await house.makeTeam();
  await house.access.askLink('dana@northbeam.example', asking());
  const [url] = await house.sentTo('dana@northbeam.example');
  expect(await house.access.askFreshLink(tokenIn(url), asking())).toMatchObject({
    refused: 'sign-in.link-lately',
  });
  house.now = house.now.add({ minutes: 61 });
  expect(await house.access.askFreshLink(tokenIn(url), asking())).toBeNull();
  await expect
    .poll(() => house.sent.map(({ email }) => email))
    .toEqual(Array(2).fill('dana@northbeam.example'));
  expect(await house.access.askFreshLink('x'.repeat(43), asking())).toMatchObject({
    refused: 'link.unknown',
  });
});

test('a client that asks for links for very many addresses is refused', async () => {
  const answers = [];
  for (let at = 0; at < 31; at += 1)
    answers.push(await house.access.askLink(`a${at}@elsewhere.example`, asking()));
  expect(answers.filter(isRefusal)).toHaveLength(1);
});

test('an invitation is the same URL however often it is asked for, until somebody signs in by it', async () => {
  await house.makeTeam();
  const url = await house.access.invite(MARCUS);
  expect(await house.access.invite(MARCUS)).toBe(url);
  expect(await house.access.openInvitation(MARCUS)).toBe(url);
  house.now = house.now.add({ hours: 6 * 24 });
  expect(await house.access.useLink(tokenIn(url), null, asking())).toMatchObject({
    person: MARCUS,
    role: 'member',
  });
  expect(await house.access.openInvitation(MARCUS)).toBeNull();
  expect(await house.access.invite(MARCUS)).toBeNull();
});

test('a link of another secret opens nothing', async () => {
  await house.makeTeam();
  const other = openAccess(house.premises({ secret: 'another secret' }));
  await other.linkAtTerminal('dana@northbeam.example');
  expect(await house.access.openInvitation(DANA)).toBeNull();
  const { cookie } = await house.signIn('dana@northbeam.example');
  expect(await other.sessionOf(new Headers({ cookie }))).toBeNull();
});

test('the first link makes one admin, however many press the button at once', async () => {
  const token = tokenIn(await house.access.firstAdminLink(NORTHBEAM));
  expect(await house.access.lookAtLink(token)).toEqual({ state: 'first' });
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      house.access.useLink(token, { name: `Dana ${at}`, email: `dana${at}@northbeam.example` }, asking()),
    ),
  );
  const won = results.filter((result) => !isRefusal(result));
  expect(won).toHaveLength(1);
  expect(results.filter(isRefusal).map(({ refused }) => refused)).toEqual(Array(49).fill('link.used'));
  expect(house.admins).toHaveLength(1);
  expect(won[0]).toMatchObject({ workspace: NORTHBEAM, role: 'admin', person: house.admins[0]!.person });
  expect(await house.access.membersOf(NORTHBEAM)).toHaveLength(1);
  expect(await house.access.lookAtLink(token)).toEqual({ state: 'first-used' });
});

test('each start prints a fresh first link that ends the one before, until somebody has signed in', async () => {
  const before = tokenIn(await house.access.firstAdminLink(NORTHBEAM));
  const after = tokenIn(await house.access.firstAdminLink(NORTHBEAM));
  expect(await house.access.lookAtLink(before)).toEqual({ state: 'unknown' });
  const dana = { name: 'Dana', email: 'dana@northbeam.example' };
  expect(await house.access.useLink(before, dana, asking())).toMatchObject({ refused: 'link.unknown' });
  expect(await house.access.useLink(after, null, asking())).toMatchObject({
    refused: 'sign-in.name-missing',
  });
  expect(isRefusal(await house.access.useLink(after, dana, asking()))).toBe(false);
  expect(await house.access.firstAdminLink(NORTHBEAM)).toBeNull();
});

test('where the first admin could not be recorded, nobody is let in and the link stays good', async () => {
  const token = tokenIn(await house.access.firstAdminLink(NORTHBEAM));
  const dana = { name: 'Dana', email: 'dana@northbeam.example' };
  house.onFirstAdmin = () => Promise.reject(new Error('the record is away'));
  await expect(house.access.useLink(token, dana, asking())).rejects.toThrow('the record is away');
  expect(await house.access.membersOf(NORTHBEAM)).toEqual([]);
  house.onFirstAdmin = async () => {};
  expect(isRefusal(await house.access.useLink(token, dana, asking()))).toBe(false);
});

test('a claim of the first link that died with its server is given up at a later start', async () => {
  const token = tokenIn(await house.access.firstAdminLink(NORTHBEAM));
  await house.ground.auth.query('update auth.first_admin set used_at = $1', [house.now.toString()]);
  expect(await house.access.firstAdminLink(NORTHBEAM)).toBeNull();
  house.now = house.now.add({ seconds: 11 });
  const fresh = tokenIn(await house.access.firstAdminLink(NORTHBEAM));
  expect(fresh).not.toBe(token);
  expect(await house.access.lookAtLink(fresh)).toEqual({ state: 'first' });
});
