import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, inject } from 'vitest';
import { type Baton, startBaton } from '#app.js';
import { type Environment, readConfig } from '#config.js';
import { openClient } from '#database/pool.js';
import { asDatabase } from '#database/url.js';
import { isRefusal } from '#domain/refusal.js';
import { MovingClock } from './moving-clock.js';
import { browser, Visitor } from './visitor.js';

/** A whole Baton on a database of its own, of the server that runs for all tests; pages, worker and mail. */
export type OpenBaton = {
  readonly url: string;
  readonly smtp: number;
  readonly firstAdminLink: string;
  readonly clock: MovingClock;
  /** A superuser's URL of its database, to look from above. */
  readonly database: string;
  readonly stranger: Visitor;
  /** Stops it and starts it again on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Friday, 6 March 2026, 08:52 in New York. */
const FRIDAY = '2026-03-06T13:52:00Z';

export async function openBaton(environment: Environment = {}, start = FRIDAY): Promise<OpenBaton> {
  const server = inject('postgres');
  const name = `baton_door_${randomUUID().slice(0, 8)}`;
  await asSuperuser(server.url, `create database ${name} template template0 encoding 'UTF8'`);
  const home = await mkdtemp(join(tmpdir(), 'baton-door-'));
  const database = asDatabase(server.url, name);
  const clock = new MovingClock(start);
  const given = { BATON_HOME: home, DATABASE_URL: database, BATON_PORT: '0', BATON_SMTP_PORT: '0' };
  let baton = await begin({ ...given, ...environment }, clock);
  const { firstAdminLink } = baton;
  return {
    get url() {
      return baton.url;
    },
    get smtp() {
      return baton.smtp ?? 0;
    },
    firstAdminLink: firstAdminLink ?? '',
    clock,
    database,
    get stranger() {
      return new Visitor(baton.url, { origin: baton.url });
    },
    restart: async () => {
      // The same port, or the cookies and links of before would lead elsewhere.
      const port = String(baton.web);
      await baton.close();
      baton = await begin({ ...given, ...environment, BATON_PORT: port }, clock);
    },
    close: async () => {
      await baton.close();
      await asSuperuser(server.url, `drop database ${name} with (force)`);
      for (const role of ['owner', 'app', 'auth'])
        await asSuperuser(server.url, `drop role if exists ${name}_${role}`);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The first admin signs in by the link that the start printed. */
export async function firstAdmin(baton: OpenBaton): Promise<Visitor> {
  const path = `/api/v1${new URL(baton.firstAdminLink).pathname}`;
  const who = { name: 'Marcus Oyelaran', email: 'marcus.oyelaran@northbeam.example' };
  const signedIn = await baton.stranger.post(path, who);
  expect(signedIn.status).toBe(200);
  return browser(baton.url, signedIn);
}

/** A colleague that the admin adds signs in by the invitation that Settings shows. */
export async function colleague(baton: OpenBaton, admin: Visitor, name: string, email: string) {
  const added = await admin.post('/api/v1/settings/people', { name, email });
  expect(added.status, added.text).toBe(200);
  const invitation = await eventually(async () => {
    const settings = await admin.get('/api/v1/settings');
    const person = settings.body.people.find((each: { email: string }) => each.email === email);
    return person?.invitation ?? null;
  });
  const signedIn = await baton.stranger.post(`/api/v1${new URL(invitation).pathname}`, {});
  expect(signedIn.status, signedIn.text).toBe(200);
  return browser(baton.url, signedIn);
}

/** Asks until the answer is not null, for ten seconds: what the worker does follows the answer by a moment. */
export async function eventually<T>(look: () => Promise<T | null | undefined>): Promise<NonNullable<T>> {
  for (const until = Date.now() + 10_000; ; await pause(50)) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > until) throw new Error(`After ten seconds there was still nothing: ${look.toString()}`);
  }
}

async function begin(environment: Environment, clock: MovingClock): Promise<Baton> {
  const config = readConfig(environment);
  if (isRefusal(config)) throw new Error(config.because);
  return startBaton(config, pino({ level: 'silent' }), clock.now);
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = await openClient(url, 'baton test');
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
