import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isThisMachine, openDemoDoors } from '#cli/demo-doors.js';
import { openDoors } from '#server/serve.js';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
import { sources } from '../tidy/source.js';

const BARE = {
  place: { url: 'http://localhost', screens: null },
  room: {},
  access: { sessionOf: async () => null },
  log: pino({ level: 'silent' }),
} as never;
const DEMO = { clock: {}, mailbox: {}, heartbeat: {}, smtp: () => 0, guest: () => null } as never;

let baton: OpenBaton;

beforeAll(async () => {
  baton = await openBaton();
});

afterAll(() => baton?.close());

test('a plain start has no door of the demo: nobody is signed in, and no clock moves', async () => {
  for (const [path, said] of [
    ['/demo/look-as', { who: 'marcus' }],
    ['/demo/look-as', { who: 'dana' }],
    ['/demo/move-on', { to: '1h' }],
    ['/demo/reply', { mail: '1', words: 'Yes.' }],
  ] as const) {
    const answer = await baton.stranger.post(path, said);
    expect(answer.status, path).toBe(404);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  for (const path of ['/demo/strip', '/demo/mails', '/demo/mailbox']) {
    const { headers, text } = await baton.stranger.get(path);
    expect(headers.get('content-type'), path).not.toContain('json');
    expect(text).not.toContain('data-demo');
  }
});

test('the demo opens five doors, and openDoors alone opens none of them', () => {
  const isDemos = (route: string) => route.includes('/demo');
  expect([...openDoors(BARE).rules.keys()].filter(isDemos)).toEqual([]);
  const all = openDoors(BARE, (doors) => openDemoDoors(doors, { room: {} } as never, DEMO));
  expect([...all.rules.keys()].filter(isDemos)).toEqual([
    'GET /demo/strip',
    'POST /demo/look-as',
    'POST /demo/move-on',
    'GET /demo/mails',
    'POST /demo/reply',
  ]);
});

test('nothing but the command baton demo leads to the code of the demo', () => {
  const leading = sources(['src'], /\.tsx?$/)
    .filter(({ path }) => !/^src\/(demo|web)\/|\.test\.ts$/.test(path))
    .filter(({ text }) => /['"]#(demo|cli\/demo)[/.-]/.test(text))
    .map(({ path, text }) => [path, /import\('#cli\/demo\.js'\)/.test(text) ? 'when asked' : 'always']);
  expect(leading).toEqual([
    ['src/cli/baton.ts', 'when asked'],
    ['src/cli/demo-doors.ts', 'always'],
    ['src/cli/demo.ts', 'always'],
  ]);
});

test('the doors of the demo answer this machine alone', async () => {
  for (const own of ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])
    expect(isThisMachine(own), own).toBe(true);
  for (const other of [
    '192.0.2.7',
    '10.0.0.1',
    '::ffff:192.0.2.7',
    '0.0.0.0',
    '2001:db8::1',
    'unknown',
    'inside',
  ])
    expect(isThisMachine(other), other).toBe(false);
  // A request that comes by no connection is nobody at this machine.
  const { app } = openDoors(BARE, (doors) => openDemoDoors(doors, { room: {} } as never, DEMO));
  const said = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"who":"dana"}' };
  for (const [path, request] of [
    ['/demo/strip', {}],
    ['/demo/mails', {}],
    ['/demo/look-as', said],
    ['/demo/move-on', { ...said, body: '{"to":"1h"}' }],
    ['/demo/reply', { ...said, body: '{"mail":"1","words":"Yes."}' }],
  ] as const)
    expect((await app.request(path, request)).status, path).toBe(404);
});
