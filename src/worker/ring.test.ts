import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { callDueClocks, ringDeal } from '#worker/ring.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { inspect } from '../../test/world/inspection.js';
import { arrive, foundNorthbeam, knownNow } from '../../test/world/northbeam.js';
import { testRoom } from '../../test/world/room.js';

// The intro came on Thursday evening: half of Friday's nine hours is gone at 13:00 in Berlin.
const HALF = '2026-03-06T12:00:00.000Z';
const DUE = '2026-03-06T16:30:00.000Z';

let database: FreshDatabase;
let servers: readonly ReturnType<typeof testRoom>[];
let deal: Id<'deal'>;
beforeAll(async () => {
  database = await freshDatabase();
  servers = ['a', 'b'].map((server) => testRoom(database, undefined, { server }));
  const room = here();
  await foundNorthbeam(room);
  const arrival = await arrive(room, { id: 'i@kestrel.example', body: 'Dana, meet Joanna of Halden.' });
  const opened = (await knownNow(room, [arrival])).arrival(arrival).deal;
  must(opened, 'an intro opens a deal');
  deal = opened;
});
afterAll(() => database.drop());

function here() {
  const room = servers[0]?.room;
  must(room, 'there are two servers');
  return room;
}

function at(instant: string): void {
  for (const server of servers) server.at(instant);
}

function look(): Promise<readonly number[]> {
  return Promise.all(servers.map(({ room }) => callDueClocks(room)));
}

async function errands(): Promise<number> {
  const { pool, workspace } = here();
  return readWorkspace(pool, workspace, async (tx) => {
    const found = await tx.query(`select 1 from baton.errand where workspace = $1 and kind = 'ring'`, [
      workspace,
    ]);
    return found.rowCount ?? 0;
  });
}

test('a clock is called when it is due and not a millisecond before, by two servers once', async () => {
  at('2026-03-06T11:59:59.999Z');
  expect(await look()).toEqual([0, 0]);
  at(HALF);
  expect(await look()).toEqual([1, 1]);
  await look();
  expect(await errands()).toBe(1);
});

test('a clock that two servers ring at once rings once, and is called again for what comes next', async () => {
  at(HALF);
  await Promise.all([...servers, ...servers].map(({ room }) => ringDeal(room, deal)));
  expect((await knownNow(here(), [deal])).deal(deal).notebook.rang).toEqual(['half']);
  expect(await look()).toEqual([0, 0]);
  at(DUE);
  await look();
  expect(await errands()).toBe(2);
  await Promise.all(servers.map(({ room }) => ringDeal(room, deal)));
  expect((await knownNow(here(), [deal])).deal(deal).notebook.rang).toEqual(['half', 'hour', 'broken']);
  at('2026-04-01T09:00:00.000Z');
  expect(await look()).toEqual([0, 0]);
  await inspect(here());
});
