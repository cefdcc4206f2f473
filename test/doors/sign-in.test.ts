import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colleague, eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import { browser, type Visitor } from './visitor.js';

const PASSWORD = 'three small boats at noon';
const MARCUS = 'marcus.oyelaran@northbeam.example';
const DANA = 'dana.whitlock@northbeam.example';

type Mail = { readonly from: string; readonly to: string[]; readonly text: string };

const mails: Mail[] = [];
let receiver: SMTPServer;
let baton: OpenBaton;
let admin: Visitor;

beforeAll(async () => {
  receiver = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, taken) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map((each) => each.address);
        mails.push({ from, to, text: Buffer.concat(pieces).toString('utf8').replaceAll('=\r\n', '') });
        taken();
      });
    },
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver.server, 'listening');
  const { port } = receiver.server.address() as AddressInfo;
  baton = await openBaton({
    BATON_OUTGOING_URL: `smtp://127.0.0.1:${port}`,
    BATON_OUTGOING_FROM: 'baton@northbeam.example',
  });
});

afterAll(async () => {
  await baton?.close();
  await new Promise<void>((closed) => receiver.close(() => closed()));
});

function pathOf(link: string): string {
  return `/api/v1${new URL(link).pathname}`;
}

function linkIn(mail: Mail | undefined): string {
  return /http:\/\/\S+\/sign-in\/link\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? 'http://no.link.example/';
}

test('the first link makes the first admin, who says a name and an address, and works once', async () => {
  const path = pathOf(baton.firstAdminLink);
  for (let look = 0; look < 3; look += 1)
    expect((await baton.stranger.get(path)).body).toMatchObject({ state: 'first', email: null });
  const unnamed = await baton.stranger.post(path, {});
  expect([unnamed.status, unnamed.body.code]).toEqual([422, 'sign-in.name-missing']);
  admin = await firstAdmin(baton);
  expect((await admin.get('/api/v1/session')).body).toMatchObject({
    role: 'admin',
    person: { name: 'Marcus Oyelaran', email: MARCUS },
    setUp: false,
  });
  expect((await baton.stranger.get(path)).body.state).toBe('used');
  const again = await baton.stranger.post(path, { name: 'Eve', email: 'eve@evil.example' });
  expect([again.status, again.body.code]).toEqual([409, 'link.used']);
});

test('the cookie cannot be read by a script nor sent by another site', async () => {
  await admin.post('/api/v1/password', { password: PASSWORD });
  const signedIn = await baton.stranger.post('/api/v1/sign-in/password', {
    email: MARCUS,
    password: PASSWORD,
  });
  const cookies = signedIn.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies)
    expect(cookie).toMatch(/; HttpOnly.*; SameSite=Lax|; SameSite=Lax.*; HttpOnly/i);
});

test('a password signs in whatever the case of the address; a wrong one says nothing of who is here', async () => {
  const good = await baton.stranger.post('/api/v1/sign-in/password', {
    email: MARCUS.toUpperCase(),
    password: PASSWORD,
  });
  expect(good.status).toBe(200);
  const wrong = { email: MARCUS, password: 'another password' };
  const stranger = { email: 'nobody@elsewhere.example', password: 'another password' };
  const answers = [];
  for (const given of [wrong, stranger])
    answers.push(await baton.stranger.post('/api/v1/sign-in/password', given));
  expect(answers.map((each) => [each.status, each.body.code, each.body.detail])).toEqual(
    Array(2).fill([401, 'sign-in.wrong', expect.any(String)]),
  );
  expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
});

test('a password of less than twelve letters is not set', async () => {
  const short = await admin.post('/api/v1/password', { password: 'too short' });
  expect([short.status, short.body.field]).toEqual([400, 'password']);
});

test('signing out ends the session at once, also for who kept the cookie', async () => {
  const given = { email: MARCUS, password: PASSWORD };
  const visitor = browser(baton.url, await baton.stranger.post('/api/v1/sign-in/password', given));
  expect((await visitor.get('/api/v1/session')).status).toBe(200);
  expect((await visitor.post('/api/v1/sign-out')).status).toBe(200);
  expect((await visitor.get('/api/v1/session')).status).toBe(401);
});

test('a colleague signs in by an invitation, as a member, and the invitation is gone from the settings', async () => {
  const dana = await colleague(baton, admin, 'Dana Whitlock', DANA);
  expect((await dana.get('/api/v1/session')).body).toMatchObject({ role: 'member', person: { email: DANA } });
  const { people } = (await admin.get('/api/v1/settings')).body;
  expect(people.find((each: { email: string }) => each.email === DANA).invitation).toBeNull();
});

test('a link that is asked for comes by mail to the address on file, once an hour, and signs in once', async () => {
  const asked = await baton.stranger.post('/api/v1/sign-in/link', { email: DANA });
  const unknown = await baton.stranger.post('/api/v1/sign-in/link', { email: 'nobody@elsewhere.example' });
  expect(asked.status).toBe(200);
  expect(unknown.text).toBe(asked.text);
  await baton.stranger.post('/api/v1/sign-in/link', { email: DANA });
  const mail = await eventually(async () => mails[0] ?? null);
  expect(mail).toMatchObject({ from: 'baton@northbeam.example', to: [DANA] });
  const path = pathOf(linkIn(mail));
  expect((await baton.stranger.get(path)).body).toMatchObject({ state: 'good', email: DANA });
  const signedIn = await baton.stranger.post(path, {});
  expect(signedIn.status, signedIn.text).toBe(200);
  expect((await browser(baton.url, signedIn).get('/api/v1/session')).body.person.email).toBe(DANA);
  const again = await baton.stranger.post(path, {});
  expect([again.status, again.body.code]).toEqual([409, 'link.used']);
  const fresh = await baton.stranger.post(`${path}/fresh`);
  expect([fresh.status, fresh.body.code]).toEqual([429, 'sign-in.link-lately']);
  expect(mails).toHaveLength(1);
});

test('a link that an invited colleague asked for stays good while an admin looks at the settings', async () => {
  const email = 'ines.moreau@northbeam.example';
  await admin.post('/api/v1/settings/people', { name: 'Ines Moreau', email });
  const invitation = async () => {
    const { people } = (await admin.get('/api/v1/settings')).body;
    return people.find((each: { email: string }) => each.email === email).invitation;
  };
  await eventually(invitation);
  await baton.stranger.post('/api/v1/sign-in/link', { email });
  const mail = await eventually(async () => mails.find((each) => each.to.includes(email)));
  expect(await invitation()).toBeNull();
  expect((await baton.stranger.get(pathOf(linkIn(mail)))).body.state).toBe('good');
  expect((await baton.stranger.post(pathOf(linkIn(mail)), {})).status).toBe(200);
});

test('a link that nobody made is told in words, and signs nobody in', async () => {
  const path = `/api/v1/sign-in/link/${'x'.repeat(43)}`;
  expect((await baton.stranger.get(path)).body.state).toBe('ended');
  const used = await baton.stranger.post(path, {});
  expect([used.status, used.body.code]).toEqual([404, 'link.unknown']);
});

test('guessing a password ends in 429, and the right one from there waits too', async () => {
  const guesses = [];
  for (let guess = 0; guess < 11; guess += 1) {
    const given = { email: DANA, password: `guess number ${guess}` };
    guesses.push((await baton.stranger.post('/api/v1/sign-in/password', given)).status);
  }
  expect(guesses[0]).toBe(401);
  expect(guesses.at(-1)).toBe(429);
});
