import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient } from '#database/pool.js';
import { openReceiver } from '../outgoing/receiver.js';
import { eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import type { Visitor } from './visitor.js';

const PASSWORD = 'a boat, a lamp & a bell';
const USER = 'baton@northbeam.example';

let server: Awaited<ReturnType<typeof openReceiver>>;
let baton: OpenBaton;
let admin: Visitor;

beforeAll(async () => {
  server = await openReceiver({
    disabledCommands: [],
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      username === USER && password === PASSWORD ? done(null, { user: username }) : done(new Error('No')),
  });
  baton = await openBaton();
  admin = await firstAdmin(baton);
});

afterAll(async () => {
  await baton?.close();
  await server?.close();
});

function given(change: object = {}) {
  return {
    host: 'localhost',
    port: server.port,
    security: 'starttls',
    user: USER,
    password: PASSWORD,
    from: { name: 'Baton', address: 'baton@northbeam.example' },
    ...change,
  };
}

async function outgoing() {
  return (await admin.get('/api/v1/settings')).body.outgoing;
}

function later(milliseconds: number): void {
  baton.clock.at(new Date(Date.parse(baton.clock.now()) + milliseconds).toISOString());
}

function lines(text: string) {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('without a server there is none to try, and the page says what that means', async () => {
  expect(await outgoing()).toMatchObject({ set: false, by: 'none', server: null, tried: null });
  const tried = await admin.post('/api/v1/settings/outgoing/try');
  expect([tried.status, tried.body.code]).toEqual([409, 'outgoing.none']);
  const asked = await baton.stranger.post('/api/v1/sign-in/link', { email: USER });
  expect(asked.body.code).toBe('sign-in.no-outgoing');
});

test('a wrong password is found by the try, at its own step, and nothing is sent', async () => {
  const set = await admin.post('/api/v1/settings/outgoing', given({ password: 'wrong' }));
  expect(set.status, set.text).toBe(200);
  const tried = await admin.post('/api/v1/settings/outgoing/try');
  const steps = lines(tried.text).map((each) =>
    each.step === undefined ? 'said' : `${each.step.step} ${each.step.went}`,
  );
  expect(steps).toEqual([
    'found yes',
    'reached yes',
    'encrypted yes',
    'signed-in no',
    'taken not-tried',
    'said',
  ]);
  expect(lines(tried.text).at(-1).said).toMatch(/did not let baton@northbeam\.example sign in: 535/);
  expect(server.mails).toEqual([]);
  expect((await outgoing()).tried).toMatchObject({ asks: false, arrived: null });
});

test('what is mended and tried again is taken, and then only a person can say whether it arrived', async () => {
  await admin.post('/api/v1/settings/outgoing', given());
  const tried = await admin.post('/api/v1/settings/outgoing/try');
  expect(tried.headers.get('content-type')).toContain('application/x-ndjson');
  expect(lines(tried.text).at(-1)).toEqual({
    said: 'The server took it. Whether it arrived, only you can say.',
  });
  expect(server.mails).toMatchObject([{ from: USER, to: ['marcus.oyelaran@northbeam.example'], user: USER }]);
  const page = await outgoing();
  expect(page.tried).toMatchObject({ asks: true, words: 'Tried Fri 6 Mar, 13:52 UTC' });
  expect(page.before).toMatchObject({ words: expect.stringContaining('did not let') });
  await admin.post('/api/v1/settings/outgoing/arrived', { arrived: true });
  expect((await outgoing()).tried).toMatchObject({
    asks: false,
    answer: 'It arrived at marcus.oyelaran@northbeam.example, says Marcus Oyelaran.',
  });
});

test('the password stands in no answer and nowhere in the database, and is used all the same', async () => {
  expect((await outgoing()).server).toMatchObject({ user: USER, password: 'kept since Fri 6 Mar' });
  expect((await admin.get('/api/v1/settings')).text).not.toContain(PASSWORD);
  const client = await openClient(baton.database, 'baton test');
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('baton', 'auth', 'jobs')`,
    );
    for (const { name } of tables.rows) {
      const rows = await client.query(`select t::text as row from ${name} t`);
      const text = rows.rows.map((each) => each.row).join('\n');
      expect(text, name).not.toContain(PASSWORD);
      expect(text, name).not.toContain(Buffer.from(PASSWORD).toString('hex'));
    }
    const kept = await client.query('select sealed from baton.outgoing_secret');
    expect(kept.rowCount).toBe(2);
  } finally {
    await client.end();
  }
});

test('a colleague who is added is mailed their invitation ten seconds later, once, and signs in with it', async () => {
  const email = 'dana.whitlock@northbeam.example';
  const added = await admin.post('/api/v1/settings/people', { name: 'Dana Whitlock', email });
  expect(added.body.said).toBe(`Dana Whitlock can sign in. In 10 s an invitation goes to ${email}.`);
  const dana = async () => {
    const { people } = (await admin.get('/api/v1/settings')).body;
    return people.find((each: { email: string }) => each.email === email);
  };
  await eventually(async () => (await dana()).invitation);
  expect(await dana()).toMatchObject({
    mailed: `An invitation is on its way to ${email}.`,
    mayBeMailed: false,
  });
  expect(server.mails).toHaveLength(1);
  later(11_000);
  const mail = await eventually(async () => server.mails[1]);
  expect(mail).toMatchObject({ from: USER, to: [email] });
  const shown = await eventually(async () => ((await dana()).mailed.startsWith('Mailed') ? dana() : null));
  expect(shown).toMatchObject({ mailed: `Mailed to ${email} at 13:52 UTC.`, mayBeMailed: true });
  expect(server.text(mail)).toContain(shown.invitation);
  expect(server.text(mail)).toContain('Marcus Oyelaran added you to Baton');
  const signedIn = await baton.stranger.post(`/api/v1${new URL(shown.invitation).pathname}`, {});
  expect(signedIn.status).toBe(200);
  expect(await dana()).toMatchObject({ mailed: null, mayBeMailed: false });
  expect(server.mails).toHaveLength(2);
});

test('a colleague who is taken back within ten seconds is mailed nothing', async () => {
  const added = await admin.post('/api/v1/settings/people', { name: 'Ada', email: 'ada@northbeam.example' });
  const undone = await admin.post(`/api/v1/undo/${added.body.operation}`);
  expect(undone.status, undone.text).toBe(200);
  later(60_000);
  await admin.post('/api/v1/settings/people', { name: 'Ines', email: 'ines@northbeam.example' });
  later(11_000);
  await eventually(async () => server.mails.find((each) => each.to.includes('ines@northbeam.example')));
  expect(server.mails.flatMap((each) => each.to)).not.toContain('ada@northbeam.example');
});

test('an invitation that the server refuses says why, and the link is there to copy', async () => {
  const email = 'theo@northbeam.example';
  await admin.post('/api/v1/settings/outgoing', given({ password: 'wrong' }));
  await admin.post('/api/v1/settings/people', { name: 'Theo', email });
  later(11_000);
  const theo = await eventually(async () => {
    const { people } = (await admin.get('/api/v1/settings')).body;
    const found = people.find((each: { email: string }) => each.email === email);
    return found.mailed.startsWith('Not mailed') ? found : null;
  });
  expect(theo.mailed).toMatch(
    /^Not mailed to theo@northbeam\.example\. .*535.* It is tried again at 13:5\d UTC\.$/,
  );
  expect(theo.invitation).toContain('/sign-in/link/');
  await admin.post('/api/v1/settings/outgoing', given());
  later(61_000);
  await eventually(async () => server.mails.find((each) => each.to.includes(email)));
});

test('a sign-in link that is asked for at the door goes through the same server', async () => {
  const email = 'dana.whitlock@northbeam.example';
  const asked = await baton.stranger.post('/api/v1/sign-in/link', { email });
  expect(asked.status, asked.text).toBe(200);
  const mail = await eventually(async () =>
    server.mails.find(
      (each) => server.text(each).includes('You') && each.bytes.includes('Your sign-in link'),
    ),
  );
  expect(mail).toMatchObject({ to: [email], from: USER });
});

test('a member sees that mail goes out, and neither server nor tries', async () => {
  const email = 'noa@northbeam.example';
  await admin.post('/api/v1/settings/people', { name: 'Noa', email });
  const invitation = await eventually(async () => {
    const { people } = (await admin.get('/api/v1/settings')).body;
    return people.find((each: { email: string }) => each.email === email).invitation;
  });
  const signedIn = await baton.stranger.post(`/api/v1${new URL(invitation).pathname}`, {});
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const page = await baton.stranger.get('/api/v1/settings', { cookie });
  expect(page.body.outgoing).toMatchObject({ set: true, server: null, tried: null, before: null });
  expect(page.text).not.toContain('kept since');
});
