import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import type { Answered, Visitor } from './visitor.js';

const HTML = { accept: 'text/html' };

let baton: OpenBaton;
let admin: Visitor;

beforeAll(async () => {
  baton = await openBaton();
  admin = await firstAdmin(baton);
});

afterAll(() => baton?.close());

/** RFC 9457, with a code and a correlation that the log has too. */
function isProblem(answer: Answered, status: number, code: string): void {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ status, code, type: `urn:baton:${code}` });
  expect(answer.body.title).toMatch(/^[A-Z]/);
  expect(answer.body.detail).toMatch(/[.]$/);
  expect(answer.body.correlation).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get('x-correlation')).toBe(answer.body.correlation);
}

test('a path that nobody knows is a problem with a sentence, by any method', async () => {
  isProblem(await admin.get('/api/v1/nowhere'), 404, 'nothing.here');
  isProblem(await admin.post('/api/v1/nowhere', {}), 404, 'nothing.here');
  isProblem(await admin.get('/api/v1/deals/deal_no/such'), 404, 'nothing.here');
});

test.each([
  ['PUT', '/api/v1/session', 'GET'],
  ['DELETE', '/api/v1/deals', 'GET'],
  ['DELETE', '/api/v1/deals/deal_00000000000000000000000000', 'GET'],
  ['GET', '/api/v1/settings/company', 'POST'],
  ['POST', '/api/v1/settings/people/person_00000000000000000000000000', 'PATCH'],
  ['PUT', '/livez', 'GET'],
])('%s on %s is answered with the methods that are taken there', async (method, path, allowed) => {
  const answer = await admin.ask(method, path, method === 'GET' ? {} : { json: {} });
  isProblem(answer, 405, 'request.other-method');
  expect(answer.headers.get('allow')).toBe(allowed);
});

test.each([
  ['cut off', '{"company":'],
  ['no JSON at all', 'company=Northbeam'],
  ['empty', ''],
])('a body that is %s is not understood, and nothing is done', async (_what, body) => {
  const headers = { 'content-type': 'application/json' };
  isProblem(
    await admin.ask('POST', '/api/v1/settings/company', { body, headers }),
    400,
    'request.unreadable',
  );
});

test('a body of another type is refused with the type that is taken', async () => {
  const body = 'company=Northbeam';
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/xml']) {
    const answer = await admin.ask('POST', '/api/v1/settings/company', {
      body,
      headers: { 'content-type': type },
    });
    isProblem(answer, 415, 'request.other-type');
    expect(answer.body.detail).toContain('application/json');
  }
});

test('more than a megabyte of JSON is refused, whether or not its length is told', async () => {
  const company = 'x'.repeat(1_100_000);
  isProblem(await admin.post('/api/v1/settings/company', { company }), 413, 'request.too-large');
  const headers = { 'content-type': 'application/json' };
  const untold = new Blob([JSON.stringify({ company })]).stream();
  const sent = { body: untold, headers, duplex: 'half' } as never;
  isProblem(await admin.ask('POST', '/api/v1/settings/company', sent), 413, 'request.too-large');
});

test.each([
  ['POST', '/api/v1/settings/company', { company: 'Northbeam', admin: true }, 'admin'],
  ['POST', '/api/v1/settings/company', {}, 'company'],
  ['POST', '/api/v1/settings/company', { company: 7 }, 'company'],
  ['POST', '/api/v1/settings/people', { name: 'A', email: 'a@northbeam.example', person: 'x' }, 'person'],
  ['POST', '/api/v1/settings/people', { name: 'A', email: 'nobody' }, 'email'],
  ['PATCH', '/api/v1/settings/people/person_x', { week: { days: [1], zone: 'x' } }, 'week.from'],
  [
    'POST',
    '/api/v1/settings/partners',
    { name: 'Kestrel', people: [{ name: 'T', mail: 'x' }] },
    'people.0.email',
  ],
  ['POST', '/api/v1/settings/domains', { domain: 'not a domain' }, 'domain'],
  ['POST', '/api/v1/settings/standard', { days: 0 }, 'days'],
  ['POST', '/api/v1/deals/deal_x/owner', { owner: null, workspace: 'x' }, 'workspace'],
  ['POST', '/api/v1/deals/deal_x/role', { email: null, name: 'T', role: 'boss' }, 'role'],
  [
    'POST',
    '/api/v1/deals/deal_x/correct',
    { question: 'buyer', answer: { by: 'missing', x: 1 } },
    'answer.x',
  ],
  ['POST', '/api/v1/sign-in/password', { email: 'a@b.example', password: 'x', remember: true }, 'remember'],
] as const)('%s %s with %j is refused, and the field is named', async (method, path, json, field) => {
  const answer = await admin.ask(method, path, { json });
  isProblem(answer, 400, 'request.unreadable');
  expect(answer.body.field).toBe(field);
  expect(answer.body.detail).toContain(field.split('.').at(-1));
});

test('a question in the address that cannot be read names the parameter', async () => {
  const answer = await admin.get('/api/v1/today?who=somebody');
  isProblem(answer, 400, 'request.unreadable');
  expect(answer.body.field).toBe('who');
});

test('a stray % in a path is nothing, and no mistake of ours', async () => {
  for (const path of ['/%', '/api/v1/deals/%', '/api/v1/arrivals/%E0%A4%A/source', '/%00'])
    expect((await admin.get(path)).status, path).toBeLessThan(500);
  const answer = await admin.ask('DELETE', '/api/v1/settings/domains/%25');
  isProblem(answer, 404, 'domain.unknown');
});

test('the same Idempotency-Key gets the same answer, and the thing is done once', async () => {
  const key = { 'idempotency-key': 'name-the-company-1' };
  const first = await admin.post('/api/v1/settings/company', { company: 'Northbeam' }, key);
  expect(first.status).toBe(200);
  const again = await admin.post('/api/v1/settings/company', { company: 'Northbeam' }, key);
  expect(again.text).toBe(first.text);
  const person = { name: 'Ana Costa', email: 'ana.costa@northbeam.example' };
  const one = await admin.post('/api/v1/settings/people', person, { 'idempotency-key': 'add-ana-0001' });
  const two = await admin.post('/api/v1/settings/people', person, { 'idempotency-key': 'add-ana-0001' });
  expect(two.text).toBe(one.text);
  isProblem(await admin.post('/api/v1/settings/people', person), 409, 'colleague.known');
});

test('an Idempotency-Key of another body, another path or another caller is not mistaken for the first', async () => {
  const key = { 'idempotency-key': 'one-key-two-bodies' };
  expect((await admin.post('/api/v1/settings/company', { company: 'Northbeam' }, key)).status).toBe(200);
  const other = await admin.post('/api/v1/settings/company', { company: 'Southbeam' }, key);
  isProblem(other, 422, 'operation.reused');
  const elsewhere = await admin.post('/api/v1/settings/domains', { domain: 'northbeam.example' }, key);
  isProblem(elsewhere, 422, 'operation.reused');
  const made = await admin.post('/api/v1/settings/keys', { name: 'Another caller' });
  const headers = { ...key, authorization: `Bearer ${made.body.key}` };
  const byKey = await baton.stranger.post('/api/v1/settings/partners', { name: 'Kestrel' }, headers);
  expect(byKey.status).toBe(200);
});

test('ten requests with one Idempotency-Key at the same moment do one thing', async () => {
  const person = { name: 'Rui Alves', email: 'rui.alves@northbeam.example' };
  const key = { 'idempotency-key': 'add-rui-at-once' };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => admin.post('/api/v1/settings/people', person, key)),
  );
  expect(new Set(answers.map((each) => each.text)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  const { people } = (await admin.get('/api/v1/settings')).body;
  expect(people.filter((each: { email: string }) => each.email === person.email)).toHaveLength(1);
});

test('an Idempotency-Key that is too short or holds a space is refused', async () => {
  for (const given of ['short', 'with a space', 'x'.repeat(201)]) {
    const answer = await admin.post(
      '/api/v1/settings/company',
      { company: 'X' },
      { 'idempotency-key': given },
    );
    isProblem(answer, 400, 'request.unreadable');
  }
});

test('making a key twice under one Idempotency-Key makes one key', async () => {
  const key = { 'idempotency-key': 'make-a-key-once' };
  const first = await admin.post('/api/v1/settings/keys', { name: 'Once' }, key);
  expect(first.body.key).toMatch(/^baton_[\w-]{43}$/);
  isProblem(await admin.post('/api/v1/settings/keys', { name: 'Once' }, key), 422, 'operation.reused');
  const { keys } = (await admin.get('/api/v1/settings')).body;
  expect(keys.filter((each: { name: string }) => each.name === 'Once')).toHaveLength(1);
});

test('text that a database cannot hold is refused or kept, and never a mistake of ours', async () => {
  for (const company of ['North\u0000beam', 'North\ud800beam', '\u202eNorthbeam', '北光 🚀']) {
    const answer = await admin.post('/api/v1/settings/company', { company });
    expect([200, 400], `${JSON.stringify(company)} ${answer.text}`).toContain(answer.status);
  }
  expect((await admin.post('/api/v1/settings/company', { company: 'Northbeam' })).status).toBe(200);
});

test('every answer says what a browser may do with it, and the API that nothing is to be kept', async () => {
  for (const path of ['/api/v1/session', '/api/v1/nowhere', '/api/openapi.json', '/livez', '/']) {
    const { headers } = await admin.get(path, HTML);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('x-frame-options'), path).toBe('SAMEORIGIN');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("script-src 'self'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
    if (path.startsWith('/api/')) expect(headers.get('cache-control'), path).toBe('no-store');
  }
});

test('the process says that it lives, and what serving needs, with nothing of what is kept', async () => {
  expect((await baton.stranger.get('/livez')).body).toEqual({ live: true });
  const ready = await baton.stranger.get('/readyz');
  expect(ready.status).toBe(200);
  expect(ready.body.ready).toBe(true);
  expect(ready.body.checks.map((each: { name: string }) => each.name)).toEqual(['database', 'logins']);
});

test('whoever listens is told of a change: the chain that grew, and no word of it', async () => {
  const made = await admin.post('/api/v1/settings/keys', { name: 'Listener' });
  const heard: string[] = [];
  const line = request(`${baton.url}/api/v1/events`, {
    headers: { authorization: `Bearer ${made.body.key}` },
  });
  line.on('response', (answer) => {
    expect(answer.headers['content-type']).toContain('text/event-stream');
    answer.setEncoding('utf8').on('data', (piece: string) => heard.push(piece));
    answer.on('error', () => undefined);
  });
  line.on('error', () => undefined);
  line.end();
  try {
    await eventually(async () => (heard.join('').includes('event: open') ? true : null));
    await admin.post('/api/v1/settings/company', { company: 'Northbeam Secret' });
    await eventually(async () => (heard.join('').includes('event: changed') ? true : null));
    expect(heard.join('')).toContain('{"subjects":["workspace"]}');
    expect(heard.join('')).not.toContain('Secret');
  } finally {
    line.destroy();
  }
});
