import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { type Ground, type GroundOptions, openGround } from '#database/ground.js';
import { journal } from '#database/migrate.js';
import { openClient } from '#database/pool.js';
import { asDatabase, asLogin } from '#database/url.js';
import { silent } from '../../test/setup/silence.js';

const server = inject('postgres').url;
const grounds: Ground[] = [];
const databases: string[] = [];
const logins: string[] = [];

async function above(...statements: string[]): Promise<void> {
  const client = await openClient(server, 'test');
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database, its name, and a login that may do as much as `rights` say and owns it. */
async function given(rights: string): Promise<{ name: string; login: string; url: string }> {
  const name = `ground_${randomUUID().slice(0, 8)}`;
  const login = `${name}_given`;
  await above(
    `create role ${login} login ${rights} password 'given'`,
    `create database ${name} owner ${login} template template0 encoding 'UTF8'`,
  );
  databases.push(name);
  logins.push(login);
  return { name, login, url: asLogin(asDatabase(server, name), login, 'given') };
}

async function extraLogin(name: string): Promise<{ login: string; password: string }> {
  await above(`create role ${name} login password 'extra'`);
  logins.push(name);
  return { login: name, password: 'extra' };
}

async function open(options: Partial<GroundOptions> & { databaseUrl: string }): Promise<Ground> {
  const ground = await openGround({
    home: '/nowhere',
    appUrl: null,
    authUrl: null,
    secret: 'a secret',
    reduced: false,
    log: silent,
    ...options,
  });
  grounds.push(ground);
  return ground;
}

async function users(ground: Ground): Promise<string[]> {
  const rows = await Promise.all(
    [ground.app, ground.auth].map((pool) =>
      pool.query<{ who: string }>(`select session_user || ' ' || current_setting('search_path') as who`),
    ),
  );
  return rows.map((result) => result.rows[0]?.who ?? '');
}

afterEach(async () => {
  await Promise.all(grounds.splice(0).map((ground) => ground.close()));
  for (const name of databases.splice(0)) {
    await above(`drop database if exists ${name} with (force)`);
    for (const part of ['owner', 'app', 'auth']) logins.push(`${name}_${part}`);
  }
  for (const login of logins.splice(0)) await above(`drop role if exists ${login}`);
});

test('migrations stand in an order that no later one can slip under', () => {
  const times = journal().map((entry) => entry.when);
  expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
  expect(journal().map((entry) => entry.tag.slice(0, 4))).toEqual(times.map((_, place) => `000${place + 1}`));
});

describe('by what DATABASE_URL may do', () => {
  test.each(['superuser', 'createrole'])(
    'a %s makes three logins named after the database',
    async (rights) => {
      const { name, url } = await given(rights);
      const ground = await open({ databaseUrl: url });
      expect(await users(ground)).toEqual([`${name}_app baton`, `${name}_auth auth`]);
      expect(ground.mode).toBe('full');
      const strangers = await ground.app.query(
        `select has_database_privilege('public', current_database(), 'connect') as may`,
      );
      expect(strangers.rows).toEqual([{ may: false }]);
    },
  );

  test('a plain owner without other logins is told what to make, and nothing is made', async () => {
    const { login, url } = await given('nocreaterole');
    await expect(open({ databaseUrl: url })).rejects.toMatchObject({
      code: 'database.one-login',
      message: expect.stringMatching(new RegExp(`${login}.*create role .*_app login`)),
    });
    const client = await openClient(url, 'test');
    expect((await client.query(`select to_regnamespace('baton') as made`)).rows).toEqual([{ made: null }]);
    await client.end();
  });

  test('a plain owner with two more logins serves by those', async () => {
    const { name, url } = await given('nocreaterole');
    const app = await extraLogin(`${name}_served`);
    const auth = await extraLogin(`${name}_signed`);
    const ground = await open({
      databaseUrl: url,
      appUrl: asLogin(url, app.login, app.password),
      authUrl: asLogin(url, auth.login, auth.password),
    });
    expect(await users(ground)).toEqual([`${name}_served baton`, `${name}_signed auth`]);
    expect(ground.mode).toBe('full');
    await expect(ground.app.query('select * from auth.anything')).rejects.toMatchObject({ code: '42501' });
  });

  test('a plain owner with one more login serves both by it, and workspaces stay apart', async () => {
    const { name, url } = await given('nocreaterole');
    const app = await extraLogin(`${name}_served`);
    const ground = await open({ databaseUrl: url, appUrl: asLogin(url, app.login, app.password) });
    expect(await users(ground)).toEqual([`${name}_served baton, auth`, `${name}_served baton, auth`]);
    expect((await ground.app.query('select * from errand')).rows).toEqual([]);
  });

  test('one login alone serves only where that was accepted, and says so', async () => {
    const { login, url } = await given('nocreaterole');
    const warned: unknown[] = [];
    const log = { ...silent, warn: (...said: unknown[]) => void warned.push(said) };
    const ground = await open({ databaseUrl: url, reduced: true, log });
    expect(ground.mode).toBe('reduced');
    expect(await users(ground)).toEqual([`${login} baton, auth`, `${login} baton, auth`]);
    expect(JSON.stringify(warned)).toContain('Baton runs reduced');
  });

  test('a second login that is a superuser is refused', async () => {
    const { name, url } = await given('nocreaterole');
    await above(`create role ${name}_mighty login superuser password 'extra'`);
    logins.push(`${name}_mighty`);
    const mighty = asLogin(url, `${name}_mighty`, 'extra');
    await expect(open({ databaseUrl: url, appUrl: mighty, authUrl: mighty })).rejects.toMatchObject({
      code: 'database.not-guarded',
      message: expect.stringContaining('is a superuser'),
    });
  });

  test('a server that does not answer is named without its password', async () => {
    const nobody = 'postgres://someone:hush@127.0.0.1:9/db';
    await expect(open({ databaseUrl: nobody })).rejects.toMatchObject({
      code: 'database.unreachable',
      retry: 'soon',
      message: 'The database at 127.0.0.1:9/db does not answer.',
    });
  });
});

test('a database that is not UTF-8 is refused before anything is made in it', async () => {
  const { name, url } = await given('superuser');
  await above(
    `drop database ${name}`,
    `create database ${name} template template0 encoding 'SQL_ASCII' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
  );
  await expect(open({ databaseUrl: url })).rejects.toMatchObject({ code: 'database.not-utf8' });
});

test('a home alone is enough: the second start is quick, and a command joins a running Baton', async () => {
  const home = mkdtempSync(join(tmpdir(), 'baton-ground-'));
  const start = (beside: 'refuse' | 'join') =>
    openGround({
      home,
      databaseUrl: null,
      appUrl: null,
      authUrl: null,
      secret: 'a secret',
      reduced: false,
      log: silent,
      beside,
    });
  const first = await start('refuse');
  expect(first.server).toMatchObject({ embedded: true, version: '18.4', dataFolder: join(home, 'postgres') });
  await first.close();
  const from = performance.now();
  const second = await start('refuse');
  expect(performance.now() - from).toBeLessThan(3_000);
  await second.announce('http://localhost:4711');
  await expect(start('refuse')).rejects.toThrow('http://localhost:4711');
  const command = await start('join');
  expect(await users(command)).toEqual(['baton_app baton', 'baton_auth auth']);
  await command.close();
  expect(await users(second)).toEqual(['baton_app baton', 'baton_auth auth']);
  await second.close();
  rmSync(home, { recursive: true });
});

test('three servers that start at once on an empty database migrate it once', async () => {
  const { url } = await given('superuser');
  const started = await Promise.all([1, 2, 3].map(() => open({ databaseUrl: url })));
  const owner = await started[0]!.asOwner();
  const migrated = await owner.query('select count(*)::int as count from migrations.migration');
  await owner.end();
  expect(migrated.rows).toEqual([{ count: journal().length }]);
});

test('a changed secret sets the logins’ passwords anew', async () => {
  const { url } = await given('superuser');
  await (await open({ databaseUrl: url })).close();
  grounds.length = 0;
  const ground = await open({ databaseUrl: url, secret: 'another secret' });
  expect((await ground.app.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a renamed database keeps its logins', async () => {
  const { name, url } = await given('superuser');
  await (await open({ databaseUrl: url })).close();
  grounds.length = 0;
  await above(`alter database ${name} rename to ${name}_moved`);
  databases.splice(databases.indexOf(name), 1, `${name}_moved`);
  for (const part of ['owner', 'app', 'auth']) logins.push(`${name}_${part}`);
  const ground = await open({ databaseUrl: asDatabase(url, `${name}_moved`) });
  expect(await users(ground)).toEqual([`${name}_app baton`, `${name}_auth auth`]);
});

test('a database that a newer Baton migrated is refused', async () => {
  const { url } = await given('superuser');
  const ground = await open({ databaseUrl: url });
  const owner = await ground.asOwner();
  await owner.query(
    `insert into migrations.migration (hash, created_at) values ('later', ${Date.UTC(2100, 0)})`,
  );
  await owner.end();
  await expect(open({ databaseUrl: url })).rejects.toMatchObject({ code: 'database.newer' });
});

test('the passwords of our logins are kept as SCRAM verifiers only', async () => {
  const { name, url } = await given('superuser');
  await open({ databaseUrl: url });
  const client = await openClient(asDatabase(server, name), 'test');
  const kept = await client.query<{ rolpassword: string }>(
    'select rolpassword from pg_authid where rolname like $1',
    [`${name}\\_a%`],
  );
  await client.end();
  expect(kept.rows.map((row) => row.rolpassword.slice(0, 18))).toEqual([
    'SCRAM-SHA-256$4096',
    'SCRAM-SHA-256$4096',
  ]);
});
