import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openClient, openPool } from '#database/pool.js';
import { mustBind, selfCheck } from '#database/self-check.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { silent } from '../../test/setup/silence.js';

let ground: FreshDatabase;
beforeAll(async () => {
  ground = await freshDatabase();
});
afterAll(() => ground.drop());

async function asOwner(sql: string): Promise<void> {
  const owner = await ground.asOwner();
  try {
    await owner.query(`set search_path = baton; set baton.app_role = 'nobody'; ${sql}`);
  } finally {
    await owner.end();
  }
}

async function codes(app: Pool = ground.app): Promise<string[]> {
  return (await selfCheck(app, ground.auth, 'full')).map((weakness) => weakness.code);
}

test('every table that the migrations made keeps workspaces apart', async () => {
  expect(await selfCheck(ground.app, ground.auth, 'full')).toEqual([]);
});

describe('what does not bind is found and refused', () => {
  beforeEach(() => asOwner('drop table if exists slack cascade; drop view if exists peek'));

  const SLACK =
    'create table slack (workspace uuid not null, id text not null, primary key (workspace, id));';

  test.each([
    ['a table without row level security', SLACK, ['table.unguarded', 'table.policy']],
    [
      'a table that its owner is not bound by',
      `${SLACK} select guard('slack'); alter table slack no force row level security`,
      ['table.unguarded'],
    ],
    [
      'a table whose policy lets everything through',
      `${SLACK} select guard('slack'); drop policy workspace_only on slack; create policy workspace_only on slack using (true) with check (true)`,
      ['table.policy'],
    ],
    [
      'a second policy, which only ever adds',
      `${SLACK} select guard('slack'); create policy open on slack using (true)`,
      ['table.policy'],
    ],
    [
      'a table without a workspace',
      'create table slack (id text primary key); alter table slack enable row level security; alter table slack force row level security; create policy p on slack using (true) with check (true)',
      ['table.no-workspace', 'table.policy', 'table.key'],
    ],
    [
      'a unique key that spans workspaces',
      `${SLACK} select guard('slack'); create unique index slack_id on slack (id)`,
      ['table.key'],
    ],
    ["a view with its owner's rights", 'create view peek as select id from errand', ['view.definer']],
    [
      'a materialized view',
      `${SLACK} select guard('slack'); create materialized view slack_all as select id from slack`,
      ['view.materialized'],
    ],
    [
      "a function with its owner's rights",
      `${SLACK} select guard('slack'); create function slack_ids(slack) returns text language sql security definer as 'select 1::text'`,
      ['function.definer'],
    ],
  ])('%s', async (_, sql, expected) => {
    await asOwner(sql);
    expect((await codes()).sort()).toEqual([...expected].sort());
    await expect(mustBind(ground.app, ground.auth, 'full')).rejects.toMatchObject({
      code: 'database.not-guarded',
    });
    await asOwner('drop table if exists slack cascade; drop view if exists peek');
    expect(await codes()).toEqual([]);
  });
});

test('a superuser must not serve', async () => {
  const pool = openPool({ url: ground.url, size: 1, name: 'test', log: silent });
  expect(await codes(pool)).toEqual(
    expect.arrayContaining(['login.mighty', 'login.owner', 'login.sees-auth']),
  );
  await pool.end();
});

test('the owner of the tables must not serve, unless one login was accepted', async () => {
  const pool = openPool({ url: ground.urls.owner, size: 1, name: 'test', log: silent });
  expect(await codes(pool)).toContain('login.owner');
  await expect(mustBind(pool, pool, 'full')).rejects.toMatchObject({ code: 'database.not-guarded' });
  const warnings = await mustBind(pool, pool, 'reduced');
  expect(warnings.map((weakness) => weakness.code)).toContain('login.owner');
  await pool.end();
});

test('a table that others opened to the app outside our schemas is warned of', async () => {
  const client = await openClient(ground.url, 'test');
  await client.query('create table public.slack (word text); grant select on public.slack to public');
  const found = await mustBind(ground.app, ground.auth, 'full');
  await client.query('drop table public.slack');
  await client.end();
  expect(found.map((weakness) => weakness.code)).toEqual(['table.outside']);
});

test('the two logins cannot enter each other’s rooms', async () => {
  await expect(ground.app.query('create table auth.mine (id text)')).rejects.toMatchObject({ code: '42501' });
  await expect(ground.auth.query('select * from baton.errand')).rejects.toMatchObject({ code: '42501' });
  await expect(ground.auth.query('select * from jobs.job')).rejects.toMatchObject({ code: '42501' });
  await expect(ground.app.query('select * from migrations.migration')).rejects.toMatchObject({
    code: '42501',
  });
});

describe('an append-only table', () => {
  const WORKSPACE = '018f0000-0000-7000-8000-000000000001';
  beforeAll(() =>
    asOwner(`
      create table kept (workspace uuid not null, id text not null, primary key (workspace, id));
      select guard('kept'); select seal_off('kept');
      select set_config('app.workspace', '${WORKSPACE}', false);
      insert into kept values ('${WORKSPACE}', 'first')`),
  );

  const CHANGES = [
    `update kept set id = 'other'`,
    'delete from kept',
    'truncate kept',
    `insert into kept values ('${WORKSPACE}', 'first') on conflict (workspace, id) do update set id = 'other'`,
    `merge into kept using (select 1) s on true when matched then delete`,
  ];

  test.each(CHANGES)('refuses its owner: %s', async (sql) => {
    await expect(
      asOwner(`select set_config('app.workspace', '${WORKSPACE}', false); ${sql}`),
    ).rejects.toMatchObject({
      code: '23001',
      message: expect.stringContaining('kept keeps what happened'),
    });
  });

  test.each(CHANGES)('refuses a superuser that calls itself a replica: %s', async (sql) => {
    const client = await openClient(ground.url, 'test');
    await client.query(`set search_path = baton; set session_replication_role = replica`);
    await expect(client.query(sql)).rejects.toMatchObject({ code: '23001' });
    await client.end();
  });
});
