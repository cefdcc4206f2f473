import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, startBaton } from '#app.js';
import { readConfig } from '#config.js';
import { readOne } from '#database/workspace.js';
import { isRefusal } from '#domain/refusal.js';
import { mailBytes, type Written } from '../world/mail.js';
import { foundNorthbeam } from '../world/northbeam.js';
import { DANA, MARCUS } from '../world/room.js';
import { listen } from './listen.js';
import { type OwnDatabase, ownDatabase } from './own-database.js';
import { lookAtRecord } from './record-marks.js';

// Two servers as on two machines: homes, ports, pools and memories of their own; one database and one key.
const INTROS = 6;
const homes: string[] = [];
let database: OwnDatabase;
let servers: [Baton, Baton];
let key = '';
let ahead = 0;

const now = () => new Date(Date.now() + ahead).toISOString();

beforeAll(async () => {
  database = await ownDatabase('baton_two');
  const secret = randomBytes(32).toString('hex');
  // At the same moment, on an empty database: both make the logins, migrate, and look for the workspace.
  servers = await Promise.all([open(secret), open(secret)]);
}, 60_000);
afterAll(async () => {
  for (const server of servers ?? []) await server.close();
  await database.drop();
  for (const home of homes) rmSync(home, { recursive: true, force: true });
}, 60_000);

async function open(secret: string): Promise<Baton> {
  const home = mkdtempSync(join(tmpdir(), 'baton-two-'));
  homes.push(home);
  const config = readConfig({
    BATON_HOME: home,
    DATABASE_URL: database.url,
    BATON_KEY: secret,
    BATON_PORT: '0',
    BATON_SMTP_PORT: '0',
  });
  if (isRefusal(config)) throw new Error(config.because);
  return startBaton(config, pino({ level: 'silent' }), now);
}

async function rows<R extends object>(text: string): Promise<R[]> {
  const { pool, workspace } = servers[0].core.room;
  return readOne<R>(pool, workspace, { text, values: [workspace] });
}

async function settled(): Promise<void> {
  await expect
    .poll(
      async () => [
        await rows('select kind from baton.errand where workspace = $1'),
        await rows(`select arrival from baton.view_arrival where workspace = $1 and box = 'reading'`),
      ],
      { timeout: 20_000, interval: 100 },
    )
    .toEqual([[], []]);
}

/** The same mail, handed to both servers at once. */
async function toBoth(mail: Written): Promise<void> {
  const raw = Buffer.from(mailBytes({ ...mail, date: new Date().toUTCString().replace('GMT', '+0000') }));
  await Promise.all(servers.map((server) => send(server, raw)));
}

async function send(server: Baton, raw: Buffer): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: server.smtp ?? 0, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: 'theo@kestrel.example', to: 'intro@localhost' }, raw });
}

async function post(server: Baton, path: string, body: unknown, operation: string) {
  const answer = await fetch(`http://127.0.0.1:${server.web}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': operation,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, said: (await answer.json()) as { operation: string } };
}

test('two servers that meet an empty database make one workspace', () => {
  expect(servers[0].core.room.workspace).toBe(servers[1].core.room.workspace);
});

test('mail that comes to both at once is kept once, read once, and opens one deal', async () => {
  const [one] = servers;
  await foundNorthbeam(one.core.room);
  await settled();
  ({ key } = await one.core.access.makeKey({
    workspace: one.core.room.workspace,
    person: DANA,
    role: 'admin',
    name: 'two',
  }));
  await Promise.all(
    Array.from({ length: INTROS }, (_, place) => [
      toBoth({
        id: `two-${place}@kestrel.example`,
        body: `Dana, meet Joanna Reyes of Halden ${place}. Their contract ends in May. I told her that you would call.\n\nTheo`,
      }),
      toBoth({
        id: `answer-${place}@halden.example`,
        from: 'Joanna Reyes <joanna@halden.example>',
        subject: 'Re: Intro: Joanna at Halden',
        answers: [`two-${place}@kestrel.example`],
        body: `Tuesday works, number ${place}.\n\nJoanna`,
      }),
    ]).flat(),
  );
  await settled();
  const arrivals = await rows<{ deliveries: number; deal: string | null; readings: number }>(`
    select count(distinct d.delivery)::int as deliveries, v.deal,
           (select count(*)::int from baton.record_entry e
             where e.workspace = v.workspace and e.subject = v.arrival and e.kind = 'arrival.read') as readings
      from baton.view_arrival v
      join baton.delivery d on d.workspace = v.workspace and d.arrival = v.arrival
     where v.workspace = $1 group by v.workspace, v.arrival, v.deal`);
  expect(arrivals).toHaveLength(2 * INTROS);
  expect(arrivals.every((each) => each.deliveries === 2 && each.deal !== null)).toBe(true);
  const deals = await rows<{ deal: string }>('select deal from baton.view_deal where workspace = $1');
  expect(deals).toHaveLength(INTROS);
  // An answer that came before its intro is read again when that one opens the deal, and says something new then.
  expect(Math.max(...arrivals.map((each) => each.readings))).toBeLessThanOrEqual(2);
}, 30_000);

test('an action sent to both under one id is done once, and both answer the same', async () => {
  const deals = await rows<{ deal: string }>('select deal from baton.view_deal where workspace = $1');
  for (const { deal } of deals) {
    const operation = randomUUID();
    const answers = await Promise.all(
      servers.map((server) =>
        post(server, `deals/${deal}/owner`, { owner: MARCUS, backup: DANA }, operation),
      ),
    );
    expect(answers.map((each) => each.status)).toEqual([200, 200]);
    expect(answers[0]?.said).toEqual(answers[1]?.said);
  }
});

test('an intro that two people take at once on two servers is taken by one of them', async () => {
  const deals = await rows<{ deal: string }>('select deal from baton.view_deal where workspace = $1');
  for (const { deal } of deals.slice(0, 3)) {
    const answers = await Promise.all(
      servers.map((server) => post(server, `deals/${deal}/take`, {}, randomUUID())),
    );
    expect(answers.map((each) => each.status).sort()).toEqual([200, 409]);
  }
});

test('a page on one server hears of a change on the other within two seconds', async () => {
  const [one, other] = servers;
  const [row] = await rows<{ deal: string }>('select deal from baton.view_deal where workspace = $1');
  const deal = row?.deal ?? '';
  const page = await listen(`http://127.0.0.1:${other.web}`, key);
  try {
    for (const owner of [DANA, MARCUS, DANA]) {
      const from = performance.now();
      const heard = page.heard(deal, from);
      expect(await post(one, `deals/${deal}/owner`, { owner }, randomUUID())).toMatchObject({ status: 200 });
      expect(await heard).toBeLessThan(2_000);
    }
  } finally {
    page.close();
  }
}, 10_000);

test('two servers with one clock ring each occurrence once', async () => {
  ahead = 14 * 86_400_000;
  const rung = () =>
    rows<{ subject: string; rule: string; times: number }>(`
      select e.subject, c.text::jsonb->>'rule' as rule, count(*)::int as times
        from baton.record_entry e
        join baton.record_content c on c.workspace = e.workspace and c.subject = e.subject and c.number = e.number
       where e.workspace = $1 and e.kind = 'clock.rang' group by 1, 2`);
  await expect
    .poll(async () => (await rung()).length, { timeout: 15_000, interval: 200 })
    .toBeGreaterThanOrEqual(2 * INTROS);
  await settled();
  const due = await rows('select deal from baton.view_deal where workspace = $1 and ring_at is not null');
  expect(due).toEqual([]);
  expect((await rung()).filter((each) => each.times !== 1)).toEqual([]);
}, 30_000);

test('afterwards every chain holds, no entry is a stray, and views are what a rebuild makes', async () => {
  expect((await lookAtRecord(servers[1].core)).broken).toEqual([]);
});
