import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Heard, type Notices, openNotices } from '#database/notice.js';
import { openClient } from '#database/pool.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { silent } from '../../test/setup/silence.js';

const HERE = '018f0000-0000-7000-8000-000000000001';

let ground: FreshDatabase;
const open: Notices[] = [];
beforeAll(async () => {
  ground = await freshDatabase();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((notices) => notices.close()));
});
afterAll(() => ground.drop());

function server(pollMs = { listening: 60_000, deaf: 60_000 }, listen = ground.listen): Notices {
  const notices = openNotices({ app: ground.app, listen, log: silent, pollMs });
  open.push(notices);
  return notices;
}

/** Everything that one server heard, and a way to wait for more. */
function ear(notices: Notices): {
  heard: Heard[];
  until: (wanted: (heard: Heard[]) => boolean) => Promise<void>;
} {
  const heard: Heard[] = [];
  notices.hear((each) => void heard.push(each));
  const until = async (wanted: (heard: Heard[]) => boolean): Promise<void> => {
    for (let waited = 0; !wanted(heard); waited += 5) {
      if (waited > 5_000) throw new Error(`Heard only ${JSON.stringify(heard).slice(0, 300)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { heard, until };
}

const subjects = (heard: Heard[]): string[] =>
  heard.flatMap((each) => (each === 'missed' ? ['missed'] : each.map((notice) => notice.subject)));

/** Waits until the servers listen: the first notice may be told before that. */
async function listening(count: number): Promise<void> {
  const client = await openClient(ground.url, 'test');
  for (;;) {
    const found = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and application_name = 'baton listen' and query ilike 'listen%' and state = 'idle'`,
    );
    if (found.rows[0]?.count === count) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await client.end();
}

test('what one server commits, it and another one hear, once', async () => {
  const [one, other] = [server(), server()];
  const [near, far] = [ear(one), ear(other)];
  await listening(2);
  for (let each = 0; each < 200; each += 1) one.tell({ workspace: HERE, subject: `deal_${each % 100}` });
  await far.until((heard) => subjects(heard).length >= 100);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(new Set(subjects(far.heard)).size).toBe(100);
  expect(subjects(far.heard)).toHaveLength(100);
  expect(subjects(near.heard)).toHaveLength(100);
  // 200 calls went out as one NOTIFY, which their size splits in two at most.
  expect(far.heard.length).toBeLessThanOrEqual(2);
});

test('a bulk import says only that much has changed', async () => {
  const [one, other] = [server(), server()];
  const far = ear(other);
  await listening(2);
  for (let each = 0; each < 5_000; each += 1) one.tell({ workspace: HERE, subject: `deal_${each}` });
  await far.until((heard) => heard.length > 0);
  expect(far.heard).toEqual(['missed']);
});

test('a listener whose connection was killed listens again and is told to read again', async () => {
  const [one, other] = [server(), server()];
  const far = ear(other);
  await listening(2);
  const client = await openClient(ground.url, 'test');
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'baton listen'`,
  );
  await client.end();
  await far.until((heard) => heard.includes('missed'));
  await listening(2);
  one.tell({ workspace: HERE, subject: 'deal_after' });
  await far.until((heard) => subjects(heard).includes('deal_after'));
});

test('a server that cannot listen looks for itself', async () => {
  const deaf = ear(server({ listening: 60_000, deaf: 20 }, () => Promise.reject(new Error('a pooler'))));
  await deaf.until((heard) => heard.length >= 3);
  expect(deaf.heard.slice(0, 3)).toEqual(['missed', 'missed', 'missed']);
});

test('what a stranger sends on the channel is passed over', async () => {
  const far = ear(server());
  await listening(1);
  for (const payload of ['', 'null', '{"from":"x","grew":[1]}', '{"from":"x"}', '[]']) {
    await ground.app.query('select pg_notify($1, $2)', ['baton_notice', payload]);
  }
  await ground.app.query('select pg_notify($1, $2)', [
    'baton_notice',
    `{"from":"x","grew":[["${HERE}","deal_1"]]}`,
  ]);
  await far.until((heard) => heard.length > 0);
  expect(subjects(far.heard)).toEqual(['deal_1']);
});

test('a last notice is sent before closing', async () => {
  const [one, other] = [server(), server()];
  const far = ear(other);
  await listening(2);
  one.tell({ workspace: HERE, subject: 'deal_last' });
  await one.close();
  await far.until((heard) => subjects(heard).includes('deal_last'));
});
