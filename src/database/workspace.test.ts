import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClient, openPool } from '#database/pool.js';
import { isUniqueViolation, sqlState } from '#database/sql-state.js';
import { inWorkspace, oneStatement, readOne, readWorkspace, SET_WORKSPACE } from '#database/workspace.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { silent } from '../../test/setup/silence.js';

const HERE = '018f0000-0000-7000-8000-000000000001';
const THERE = '018f0000-0000-7000-8000-000000000002';
const COUNT = 'select workspace::text, count(*)::int as count from errand group by workspace';

const PUT_ONE = {
  name: 'put-errand',
  text: `${SET_WORKSPACE}
    insert into baton.errand (workspace, id, kind, subject, not_before)
    select $1::uuid, $2::text, 'read', 'workspace', now() from s`,
};

let ground: FreshDatabase;
beforeAll(async () => {
  ground = await freshDatabase({ poolSize: 2 });
});
afterAll(() => ground.drop());

const put = (workspace: string, id: string, owner = workspace): Promise<unknown> =>
  inWorkspace(ground.app, workspace, (tx) =>
    tx.query({
      name: 'put',
      text: `insert into errand (workspace, id, kind, subject, not_before) values ($1, $2, 'read', 'workspace', now())`,
      values: [owner, id],
    }),
  );

async function refusal(attempt: Promise<unknown>): Promise<Error> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It was not refused.');
}

test('a workspace sees its own rows, and a connection without one sees none', async () => {
  await put(HERE, 'here');
  await put(THERE, 'there');
  const seen = await inWorkspace(ground.app, HERE, (tx) => tx.query('select id from errand'));
  expect(seen.rows).toEqual([{ id: 'here' }]);
  expect((await ground.app.query('select id from errand')).rows).toEqual([]);
  expect(await readOne(ground.app, THERE, { text: 'select id from errand' })).toEqual([{ id: 'there' }]);
});

test('a row for another workspace is refused alike whether its key exists there or not', async () => {
  const known = await refusal(put(HERE, 'there', THERE));
  const unknown = await refusal(put(HERE, 'nowhere', THERE));
  expect([sqlState(known), known.message]).toEqual([sqlState(unknown), unknown.message]);
  expect(sqlState(known)).toBe('42501');
});

test('one statement sets its workspace, writes, and leaves none behind', async () => {
  await oneStatement(ground.app, HERE, { ...PUT_ONE, values: ['alone'] });
  const [left] = (await ground.app.query(`select current_setting('app.workspace', true) as workspace`)).rows;
  expect(left.workspace ?? '').toBe('');
  const again = await oneStatement(ground.app, HERE, { ...PUT_ONE, values: ['alone'] }).catch(
    (error) => error,
  );
  expect(isUniqueViolation(again, 'errand_pkey')).toBe(true);
  expect(isUniqueViolation(again, 'another_key')).toBe(false);
});

test('a transaction whose statement failed unnoticed is not taken for stored', async () => {
  const unnoticed = inWorkspace(ground.app, HERE, async (tx) => {
    await tx.query('select 1 / 0').catch(() => undefined);
    return 'stored';
  });
  await expect(unnoticed).rejects.toMatchObject({ code: 'database.rolled-back' });
});

test('a transaction that has ended takes no more statements', async () => {
  const kept = await inWorkspace(ground.app, HERE, async (tx) => tx);
  expect(() => kept.query('select 1')).toThrow('a transaction is used only while it is open');
});

test('a reading transaction cannot write', async () => {
  const writing = readWorkspace(ground.app, HERE, (tx) => tx.query('delete from errand'));
  await expect(writing).rejects.toMatchObject({ code: '25006' });
});

test('a backend killed while it idles costs no one an answer', async () => {
  await ground.app.query('select 1');
  const above = await openClient(ground.url, 'test');
  const killed = await above.query(
    `select pg_terminate_backend(pid) as dead from pg_stat_activity where datname = current_database() and usename like '%_app'`,
  );
  await above.end();
  expect(killed.rows.length).toBeGreaterThan(0);
  const answers = await Promise.all(
    [1, 2, 3].map(() => readOne<{ one: number }>(ground.app, HERE, { text: 'select 1 as one' })),
  );
  expect(answers).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
});

describe('ten thousand transactions of two workspaces on two connections', () => {
  type Fate = 'commit' | 'throw' | 'fail' | 'savepoint' | 'kill' | 'one statement' | 'no workspace';

  const step = fc.record({
    workspace: fc.constantFrom(HERE, THERE),
    fate: fc.oneof(
      { weight: 40, arbitrary: fc.constant<Fate>('commit') },
      { weight: 12, arbitrary: fc.constant<Fate>('throw') },
      { weight: 12, arbitrary: fc.constant<Fate>('fail') },
      { weight: 12, arbitrary: fc.constant<Fate>('savepoint') },
      { weight: 1, arbitrary: fc.constant<Fate>('kill') },
      { weight: 12, arbitrary: fc.constant<Fate>('one statement') },
      { weight: 11, arbitrary: fc.constant<Fate>('no workspace') },
    ),
  });

  test('let none see a row of the other, whatever fails or is killed in between', async () => {
    const pool = openPool({ url: ground.urls.app, size: 2, name: 'leak', log: silent });
    const steps = fc.sample(step, { numRuns: 10_000, seed: 20261201 });
    let leaks = 0;
    let seen = 0;
    const look = (workspace: string, rows: readonly { workspace: string }[]): void => {
      seen += rows.length;
      if (rows.some((row) => row.workspace !== workspace)) leaks += 1;
    };
    const run = async (workspace: string, fate: Fate, id: string): Promise<void> => {
      if (fate === 'no workspace') {
        if ((await pool.query(COUNT)).rows.length > 0) leaks += 1;
        return;
      }
      if (fate === 'one statement') {
        await oneStatement(pool, workspace, { ...PUT_ONE, values: [id] });
        return;
      }
      await inWorkspace(pool, workspace, async (tx) => {
        look(workspace, (await tx.query<{ workspace: string }>({ name: 'count', text: COUNT })).rows);
        if (fate === 'throw') throw new Error('changed its mind');
        if (fate === 'fail') await tx.query('select 1 / 0');
        if (fate === 'kill') await tx.query('select pg_terminate_backend(pg_backend_pid())');
        if (fate === 'savepoint') {
          await tx.query('savepoint inner');
          await tx.query('select 1 / 0').catch(() => undefined);
          await tx.query('rollback to savepoint inner');
          look(workspace, (await tx.query<{ workspace: string }>({ name: 'count', text: COUNT })).rows);
        }
      });
    };
    for (let from = 0; from < steps.length; from += 50) {
      const batch = steps.slice(from, from + 50);
      await Promise.allSettled(
        batch.map(({ workspace, fate }, place) => run(workspace, fate, `${from + place}`)),
      );
    }
    await pool.end();
    expect(leaks).toBe(0);
    expect(seen).toBeGreaterThan(5_000);
  });
});
