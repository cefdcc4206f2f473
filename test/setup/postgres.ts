import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '#database/embedded/embedded.js';
import { migrateDatabase } from '#database/migrate.js';
import { openClient } from '#database/pool.js';
import { findLogins, type Logins } from '#database/roles.js';
import { asDatabase } from '#database/url.js';
import { silent, TEST_SECRET } from './silence.js';

/** What the tests are told about the server that runs for all of them. */
export type TestServer = {
  /** A superuser's URL: it makes and drops databases, and no test serves by it. */
  readonly url: string;
  readonly template: string;
  readonly logins: Logins;
  readonly embedded: boolean;
};

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

/**
 * One real server for the whole run: the one at DATABASE_URL where it is set, else an embedded one in a
 * temporary home. A migrated template is made once, and each test's database is a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const home = given === undefined ? await mkdtemp(join(tmpdir(), 'baton-test-')) : null;
  const embedded = home === null ? null : await openEmbedded({ home, log: silent });
  const url = asDatabase(embedded?.url ?? given ?? '', 'postgres');
  const template = `baton_test_${process.pid}`;
  const logins = await makeTemplate(url, template);
  project.provide('postgres', { url, template, logins, embedded: embedded !== null });
  return async () => {
    if (embedded === null) await sweep(url, template);
    await embedded?.close();
    if (home !== null) rmSync(home, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string, template: string): Promise<Logins> {
  const client = await openClient(url, 'baton test');
  await client.query(`create database ${template} template template0 encoding 'UTF8'`);
  await client.end();
  const at = asDatabase(url, template);
  const logins = await findLogins({
    url: at,
    appUrl: null,
    authUrl: null,
    secret: TEST_SECRET,
    reduced: false,
  });
  await migrateDatabase({ ownerUrl: logins.owner.url, appRole: logins.app.role, authRole: logins.auth.role });
  return logins;
}

// Only on a server that is not ours: an embedded one goes with its folder.
async function sweep(url: string, template: string): Promise<void> {
  const client = await openClient(url, 'baton test');
  const found = await client.query<{ datname: string }>(
    'select datname from pg_database where datname like $1',
    [`${template}%`],
  );
  for (const { datname } of found.rows) await client.query(`drop database if exists ${datname} with (force)`);
  for (const name of ['owner', 'app', 'auth']) await client.query(`drop role if exists ${template}_${name}`);
  await client.end();
}
