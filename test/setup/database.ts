import { inject } from 'vitest';
import { type Ground, layGround } from '#database/ground.js';
import type { Login } from '#database/login.js';
import { openClient } from '#database/pool.js';
import { asDatabase } from '#database/url.js';
import { silent } from './silence.js';

export type FreshDatabase = Ground & {
  /** A superuser's URL of this database: for `openGround` in a whole server, or to look from above. */
  readonly url: string;
  readonly name: string;
  /** Closes the pools and drops the database. */
  drop(): Promise<void>;
};

let made = 0;

/**
 * A migrated, empty database of its own: a copy of the template, 30 to 80 ms. Tests run as the app's login,
 * bound by row level security. The logins are the template's (names are shared by a whole server), so the
 * grants in the copy hold; every copy of one run shares them and nothing else.
 */
export async function freshDatabase(options: { readonly poolSize?: number } = {}): Promise<FreshDatabase> {
  const server = inject('postgres');
  made += 1;
  const name = `${server.template}_${process.pid}_${made}`;
  const { owner, app, auth } = server.logins;
  await asSuperuser(server.url, `create database ${name} template ${server.template}`);
  const here = (login: Login): Login => ({ role: login.role, url: asDatabase(login.url, name) });
  const logins = { mode: 'full', owner: here(owner), app: here(app), auth: here(auth) } as const;
  const ground = await layGround({ log: silent, ...options }, logins, null);
  return {
    ...ground,
    url: asDatabase(server.url, name),
    name,
    drop: async () => {
      await ground.close();
      await asSuperuser(server.url, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = await openClient(url, 'baton test');
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
