import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cancelErrands, finishErrand, nextErrandAt, readErrand, relayErrands } from '#database/errand.js';
import { type Job, openQueue, type Queue, type QueuePlan } from '#database/queue.js';
import { inWorkspace } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { silent } from '../../test/setup/silence.js';

const HERE = '018f0000-0000-7000-8000-000000000001';
const NOON = '2026-12-01T12:00:00.000Z';
const TEN_SECONDS_LATER = '2026-12-01T12:00:10.000Z';

const plan = (kind: string): QueuePlan => ({
  kind,
  expireSeconds: 2,
  retries: 2,
  retryDelaySeconds: 0,
  retryDelayMaxSeconds: 1,
});

let ground: FreshDatabase;
const queues: Queue[] = [];
beforeAll(async () => {
  ground = await freshDatabase();
});
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop(2_000);
  await inWorkspace(ground.app, HERE, (tx) => tx.query('delete from errand'));
});
afterAll(() => ground.drop());

async function queueOf(...kinds: string[]): Promise<Queue> {
  const queue = await openQueue(ground.app, kinds.map(plan), silent, 1);
  queues.push(queue);
  return queue;
}

function write(id: string, kind: string, notBefore: string, subject = 'deal_1'): Promise<unknown> {
  return inWorkspace(ground.app, HERE, (tx) =>
    tx.query('insert into errand (workspace, id, kind, subject, not_before) values ($1, $2, $3, $4, $5)', [
      HERE,
      id,
      kind,
      subject,
      notBefore,
    ]),
  );
}

/** Collects jobs until there are `count` of them. */
function collector(count: number): { jobs: Job[]; take: (job: Job) => Promise<void>; all: Promise<void> } {
  const jobs: Job[] = [];
  let enough: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const take = async (job: Job): Promise<void> => {
    jobs.push(job);
    if (jobs.length >= count) enough();
  };
  return { jobs, take, all };
}

test('an errand that waits ten seconds is not relayed before, by the clock that is handed in', async () => {
  const queue = await queueOf('send');
  await write('mail', 'send', TEN_SECONDS_LATER);
  expect(await relayErrands(ground.app, queue, HERE, NOON)).toBe(0);
  expect(await nextErrandAt(ground.app, HERE)).toBe(TEN_SECONDS_LATER);
  expect(await relayErrands(ground.app, queue, HERE, TEN_SECONDS_LATER)).toBe(1);
  expect(await nextErrandAt(ground.app, HERE)).toBeNull();
});

test('four relays on two servers make each errand one job', async () => {
  const queue = await queueOf('read');
  const other = await queueOf('read');
  for (let each = 0; each < 40; each += 1) await write(`read ${each}`, 'read', NOON);
  const relays = [queue, other, queue, other].map((server) => relayErrands(ground.app, server, HERE, NOON));
  expect((await Promise.all(relays)).reduce((sum, count) => sum + count)).toBe(40);
  const { jobs, take, all } = collector(40);
  await queue.work('read', 2, take);
  await other.work('read', 2, take);
  await all;
  expect(new Set(jobs.map((job) => job.errand)).size).toBe(40);
  expect(jobs).toHaveLength(40);
});

test('a relay killed before its commit leaves the errand waiting, and no job', async () => {
  const queue = await queueOf('notice');
  await write('once', 'notice', NOON);
  const dying = inWorkspace(ground.app, HERE, async (tx) => {
    await queue.put(tx, HERE, [{ id: 'once', kind: 'notice' }]);
    await tx.query('select pg_terminate_backend(pg_backend_pid())');
  });
  await expect(dying).rejects.toThrow();
  const made = await ground.app.query(`select count(*)::int as jobs from jobs.job where name = 'notice'`);
  expect(made.rows).toEqual([{ jobs: 0 }]);
  expect(await relayErrands(ground.app, queue, HERE, NOON)).toBe(1);
});

test('a cancelled errand does not leave, and one that left cannot be cancelled', async () => {
  const queue = await queueOf('send');
  await write('left', 'send', NOON);
  await write('waits', 'send', TEN_SECONDS_LATER);
  await write('stays', 'ring', TEN_SECONDS_LATER);
  await write('of another deal', 'send', TEN_SECONDS_LATER, 'deal_2');
  await relayErrands(ground.app, queue, HERE, NOON);
  const cancelled = await inWorkspace(ground.app, HERE, (tx) => cancelErrands(tx, HERE, 'deal_1', ['send']));
  expect(cancelled).toEqual(['waits']);
  expect(await readErrand(ground.app, HERE, 'waits')).toBeNull();
  expect(await readErrand(ground.app, HERE, 'left')).toMatchObject({ kind: 'send', subject: 'deal_1' });
});

test('an errand of a kind that this server has no plan for waits for one that has', async () => {
  await write('later', 'transcribe', NOON);
  expect(await relayErrands(ground.app, await queueOf('send'), HERE, NOON)).toBe(0);
  expect(await relayErrands(ground.app, await queueOf('transcribe'), HERE, NOON)).toBe(1);
});

test('a woken worker does not wait for its poll', async () => {
  const queue = await queueOf('quick');
  const { take, all } = collector(1);
  await queue.work('quick', 1, take);
  // The first look has found nothing; the next one is two seconds away.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await write('now', 'quick', NOON);
  const from = performance.now();
  await relayErrands(ground.app, queue, HERE, NOON);
  await all;
  expect(performance.now() - from).toBeLessThan(1_000);
});

test('a failed job is tried again, a refused one is not, and neither keeps what people wrote', async () => {
  const queue = await queueOf('flaky', 'refused');
  await write('flaky', 'flaky', NOON);
  await write('refused', 'refused', NOON);
  const attempts: string[] = [];
  const { take, all } = collector(1);
  await queue.work('refused', 1, async (job) => {
    attempts.push(`${job.errand} ${job.attempt}`);
    throw new Fault('mailbox.sign-in', 'Theo wrote: please keep this between us', { retry: 'after-sign-in' });
  });
  await queue.work('flaky', 1, async (job) => {
    attempts.push(`${job.errand} ${job.attempt}`);
    if (job.attempt === 1) throw new Error('Theo wrote: please keep this between us');
    await take(job);
  });
  await relayErrands(ground.app, queue, HERE, NOON);
  const waking = setInterval(() => queue.wake(['flaky', 'refused']), 100);
  await all;
  clearInterval(waking);
  await queue.stop(2_000);
  queues.length = 0;
  expect(attempts.sort()).toEqual(['flaky 1', 'flaky 2', 'refused 1']);
  const kept = await ground.app.query<{ text: string }>('select to_jsonb(j)::text as text from jobs.job j');
  expect(kept.rows.filter((row) => row.text.includes('Theo'))).toEqual([]);
});

test("a killed server's job is done by another within expiry and one pass", async () => {
  const dead = await queueOf('survive');
  await write('survivor', 'survive', NOON);
  await relayErrands(ground.app, dead, HERE, NOON);
  // What a server leaves behind that was killed with the job in its hands.
  await ground.app.query(`update jobs.job set state = 'active', started_on = now() where name = 'survive'`);
  await dead.stop(100);
  queues.length = 0;
  const queue = await queueOf('survive');
  const { jobs, take, all } = collector(1);
  await queue.work('survive', 1, take);
  await all;
  expect(jobs[0]).toMatchObject({ errand: 'survivor', attempt: 2 });
});

test('a finished errand is gone', async () => {
  await write('done', 'send', NOON);
  await inWorkspace(ground.app, HERE, (tx) => finishErrand(tx, HERE, 'done'));
  expect(await readErrand(ground.app, HERE, 'done')).toBeNull();
});
