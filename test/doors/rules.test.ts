import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Doors } from '#server/doors.js';
import { needsOf, type Rule } from '#server/rule.js';
import { openDoors } from '#server/serve.js';
import { silent } from '../setup/silence.js';
import { colleague, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import { Visitor } from './visitor.js';

const CHANGES = /^(POST|PATCH|DELETE) /;

let baton: OpenBaton;
let admin: Visitor;
let member: Visitor;
let rules: Doors['rules'];

beforeAll(async () => {
  const bare = { place: { url: 'http://localhost', screens: null }, room: {}, access: {}, log: silent };
  rules = openDoors(bare as never).rules;
  baton = await openBaton();
  admin = await firstAdmin(baton);
  member = await colleague(baton, admin, 'Dana Whitlock', 'dana.whitlock@northbeam.example');
});

afterAll(() => baton?.close());

/** The routes of a rule, each with an id that nobody has where it takes one. */
function routesOf(wanted: (rule: Rule) => boolean): [route: string, method: string, path: string][] {
  return [...rules]
    .filter(([, rule]) => wanted(rule))
    .map(([route]) => {
      const [method = '', path = ''] = route.split(' ');
      const kind = /arrivals|deals/.exec(path)?.[0].slice(0, -1) ?? 'rule';
      return [route, method, path.replaceAll(/\{\w+\}/g, `${kind}_00000000000000000000000000`)];
    });
}

/** A problem without what differs from request to request. */
function plain(problem: { correlation?: string }): unknown {
  const { correlation: _each, ...rest } = problem;
  return rest;
}

test('a stranger gets 401 on every route that is not open to everyone, before anything is looked at', async () => {
  const routes = routesOf((rule) => rule !== 'everyone');
  expect(routes.length).toBeGreaterThan(30);
  for (const [route, method, path] of routes) {
    const answer = await baton.stranger.ask(
      method,
      path,
      CHANGES.test(route) ? { json: { nonsense: 1 } } : {},
    );
    expect(answer.status, route).toBe(401);
    expect(answer.body, route).toMatchObject({ code: 'sign-in.needed', status: 401 });
  }
});

test('a key that nobody made, a cut one and another scheme are strangers', async () => {
  for (const authorization of [
    `Bearer baton_${'x'.repeat(43)}`,
    'Bearer baton_',
    'Bearer',
    'Basic bWFyY3VzOnBhc3N3b3Jk',
  ]) {
    expect((await baton.stranger.get('/api/v1/session', { authorization })).status, authorization).toBe(401);
  }
});

test('a member gets on every admin route the 404 of a thing that is not there', async () => {
  const missing = await member.get('/api/v1/deals/deal_00000000000000000000000000');
  expect(missing.status).toBe(404);
  const routes = routesOf((rule) => needsOf(rule)?.role === 'admin');
  expect(routes.length).toBeGreaterThan(12);
  for (const [route, method, path] of routes) {
    const answer = await member.ask(method, path, method === 'DELETE' ? {} : { json: {} });
    expect(answer.status, route).toBe(404);
    expect(plain(answer.body), route).toEqual(plain(missing.body));
  }
});

test('a request by cookie from another site is refused on every route that changes something', async () => {
  for (const [route, method, path] of routesOf((rule) => rule !== 'everyone')) {
    if (!CHANGES.test(route)) continue;
    for (const foreign of ['https://evil.example', `${baton.url}.evil.example`, 'null']) {
      const answer = await admin.ask(method, path, { json: {}, headers: { origin: foreign } });
      expect(answer.status, `${route} from ${foreign}`).toBe(403);
      expect(answer.body.code).toBe('access.foreign-origin');
    }
  }
});

test('signing in and out from a page of another site is refused too', async () => {
  const headers = { origin: 'https://evil.example' };
  const given = { email: 'marcus.oyelaran@northbeam.example', password: 'three small boats at noon' };
  for (const [path, json] of [
    ['/api/v1/sign-in/password', given],
    ['/api/v1/sign-out', undefined],
    [`/api/v1/sign-in/link/${'x'.repeat(43)}`, {}],
    [`/api/v1/sign-in/link/${'x'.repeat(43)}/fresh`, undefined],
  ] as const) {
    const answer = await admin.post(path, json, headers);
    expect(answer.status, path).toBe(403);
    expect(answer.body.code, path).toBe('sign-in.foreign-page');
  }
  expect((await admin.get('/api/v1/session')).status).toBe(200);
});

test('a key is let in on every route of its scope, and needs no origin', async () => {
  const key = await keyOf(admin, 'Every route');
  for (const [route, method, path] of routesOf((rule) => needsOf(rule)?.keyMay === true)) {
    if (path === '/api/v1/events') continue;
    const answer = await key.ask(method, path, CHANGES.test(route) ? { json: { nonsense: 1 } } : {});
    expect([401, 403, 500, 503], `${route} ${answer.text}`).not.toContain(answer.status);
  }
});

test('an admin’s key changes no colleague, no key, no sign-in and nothing of the company', async () => {
  const key = await keyOf(admin, 'Out of scope');
  const before = (await admin.get('/api/v1/settings')).body;
  const routes = routesOf((rule) => needsOf(rule)?.keyMay === false);
  expect(routes.length).toBeGreaterThan(10);
  for (const [route, method, path] of routes) {
    const answer = await key.ask(method, path, { json: { name: 'Eve', email: 'eve@northbeam.example' } });
    expect(answer.status, route).toBe(403);
    expect(answer.body.code, route).toBe('key.not-allowed');
    expect(answer.body.detail, route).toMatch(/Sign in on the page and do it there\./);
  }
  expect((await admin.get('/api/v1/settings')).body).toMatchObject({
    people: before.people,
    company: before.company,
    domains: before.domains,
  });
});

test('an admin’s key sees no invitation, with which it could let anybody in, and no other key', async () => {
  const invited = { name: 'Jo Reyes', email: 'jo.reyes@northbeam.example' };
  expect((await admin.post('/api/v1/settings/people', invited)).status).toBe(200);
  await expect.poll(async () => (await admin.get('/api/v1/settings')).text).toContain('/sign-in/link/');
  const seen = await (await keyOf(admin, 'Looks')).get('/api/v1/settings');
  expect(seen.body.people.map((each: { email: string }) => each.email)).toContain(invited.email);
  expect(seen.text).not.toContain('/sign-in/link/');
  expect(seen.body.keys).toEqual([]);
});

test('a key does what its person may and no more', async () => {
  const key = await keyOf(admin, 'As Marcus');
  const session = await key.get('/api/v1/session');
  expect(session.body).toMatchObject({ role: 'admin', person: { name: 'Marcus Oyelaran' } });
});

test('a revoked key stops at once, and the list no longer holds it', async () => {
  const made = await admin.post('/api/v1/settings/keys', { name: 'Short-lived' });
  const { id } = made.body;
  const key = new Visitor(baton.url, { authorization: `Bearer ${made.body.key}` });
  expect((await key.get('/api/v1/session')).status).toBe(200);
  const listed = await admin.get('/api/v1/settings');
  const kept = listed.body.keys.find((each: { id: string }) => each.id === id);
  expect(kept).toMatchObject({ name: 'Short-lived', begins: made.body.key.slice(0, 12) });
  expect(listed.text).not.toContain(made.body.key);
  expect((await admin.ask('DELETE', `/api/v1/settings/keys/${id}`)).status).toBe(200);
  expect((await key.get('/api/v1/session')).status).toBe(401);
  const after = await admin.get('/api/v1/settings');
  expect(after.body.keys.map((each: { id: string }) => each.id)).not.toContain(id);
  expect((await admin.ask('DELETE', `/api/v1/settings/keys/${id}`)).status).toBe(404);
});

test('a colleague who left is shut out at once, with session, key and link', async () => {
  const email = 'theo.short@northbeam.example';
  const leaver = await colleague(baton, admin, 'Theo Short', email);
  const { people } = (await admin.get('/api/v1/settings')).body;
  const { id } = people.find((each: { email: string }) => each.email === email);
  expect(
    (await admin.ask('PATCH', `/api/v1/settings/people/${id}`, { json: { active: false } })).status,
  ).toBe(200);
  await expect.poll(async () => (await leaver.get('/api/v1/session')).status).toBe(401);
});

test('a member sees the settings without the keys and invitations of others', async () => {
  const invited = { name: 'Ines Moreau', email: 'ines.moreau@northbeam.example' };
  expect((await admin.post('/api/v1/settings/people', invited)).status).toBe(200);
  await keyOf(admin, 'Not for members');
  await expect
    .poll(async () => (await admin.get('/api/v1/settings')).text)
    .toMatch(/"invitation":"http[^"]+\/sign-in\/link\//);
  const seen = await member.get('/api/v1/settings');
  expect(seen.status).toBe(200);
  expect(seen.body.keys).toEqual([]);
  expect(seen.text).not.toContain('/sign-in/link/');
});

async function keyOf(visitor: Visitor, name: string): Promise<Visitor> {
  const made = await visitor.post('/api/v1/settings/keys', { name });
  expect(made.status, made.text).toBe(200);
  return new Visitor(baton.url, { authorization: `Bearer ${made.body.key}` });
}
