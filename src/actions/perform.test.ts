import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameOwner } from '#actions/handoff/own.js';
import { type Order, perform } from '#actions/perform.js';
import { changeColleague } from '#actions/settings/colleague.js';
import { addDomain, nameCompany, removeDomain } from '#actions/settings/company.js';
import { readWorkspace } from '#database/workspace.js';
import { must } from '#domain/must.js';
import { isRefusal, refuse } from '#domain/refusal.js';
import { loadSubjects } from '#record/load.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { lengthsOf } from '../../test/world/inspection.js';
import { arrive, did, foundNorthbeam, knownNow } from '../../test/world/northbeam.js';
import { DANA, MARCUS, testRoom } from '../../test/world/room.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

// All in one workspace, so each makes ids of its own.
let servers = 0;
function nextServer() {
  servers += 1;
  return testRoom(database, undefined, { server: 'defgh'[servers - 1] as string }).room;
}

describe('the one writer', () => {
  test('the same operation id gives the same answer and is done once', async () => {
    const room = nextServer();
    const order: Order<{ company: string }> = {
      action: nameCompany,
      asked: { company: 'Northbeam' },
      actor: MARCUS,
      operation: 'op-1',
      body: { company: 'Northbeam' },
    };
    const first = await perform(room, order);
    const again = await perform(room, order);
    expect(isRefusal(first)).toBe(false);
    expect(again).toEqual(first);
    const other = await perform(room, { ...order, body: { company: 'Else' } });
    expect(other).toMatchObject({ refused: 'operation.reused' });
    const entries = await readWorkspace(room.pool, room.workspace, (tx) =>
      loadSubjects(tx, room.workspace, [{ subject: 'workspace', after: 0 }]),
    );
    expect(entries.map((each) => each.kind)).toEqual(['company.named']);
  });

  test('thirty people who change the same thing at once leave numbers without a gap', async () => {
    const room = nextServer();
    const done = await Promise.all(
      Array.from({ length: 30 }, (_, place) =>
        perform(room, {
          action: addDomain,
          asked: { domain: `d${place}.example` },
          actor: MARCUS,
          operation: `many-${place}`,
        }),
      ),
    );
    expect(done.filter(isRefusal)).toEqual([]);
    const entries = await readWorkspace(room.pool, room.workspace, (tx) =>
      loadSubjects(tx, room.workspace, [{ subject: 'workspace', after: 0 }]),
    );
    expect(entries.map((each) => each.number)).toEqual(Array.from({ length: 31 }, (_, place) => place + 1));
  });

  test('an operation id stands for what was asked, also where no body is named', async () => {
    const room = nextServer();
    const order = (domain: string) => ({
      action: addDomain,
      asked: { domain },
      actor: MARCUS,
      operation: 'op-domain',
    });
    const done = await perform(room, order('unnamed.example'));
    expect(await perform(room, order('unnamed.example'))).toEqual(done);
    expect(await perform(room, order('other.example'))).toMatchObject({ refused: 'operation.reused' });
  });
});

describe('a server that remembers what is no longer so', () => {
  async function twoServers(workspace: string) {
    const here = testRoom(database, undefined, { workspace, server: 'a' }).room;
    const there = testRoom(database, undefined, { workspace, server: 'b' }).room;
    await foundNorthbeam(here);
    const arrival = await arrive(here, { id: 'i@kestrel.example', body: 'Dana, meet Joanna of Halden.' });
    const deal = (await knownNow(here, [arrival])).arrival(arrival).deal;
    must(deal, 'an intro opens a deal');
    await knownNow(there, [deal]);
    return { here, there, deal };
  }

  test('decides on what was only read as it is now', async () => {
    const { here, there, deal } = await twoServers('44444444-2222-4333-8444-000000000001');
    await did(here, changeColleague, { person: MARCUS, active: false });
    const order = { action: nameOwner, asked: { deal, owner: MARCUS }, actor: DANA, operation: 'op-own' };
    expect(await perform(there, order)).toMatchObject({ refused: 'person.left' });
  });

  test('does not refuse what is no longer refused', async () => {
    const { here, there } = await twoServers('44444444-2222-4333-8444-000000000002');
    const domain = { domain: 'two.example' };
    await did(here, addDomain, domain);
    await knownNow(there, []);
    await did(here, removeDomain, domain);
    const order = { action: addDomain, asked: domain, actor: DANA, operation: 'op-add' };
    expect(await perform(there, order)).toMatchObject({
      said: 'Whoever writes from two.example sits on your side.',
    });
  });

  test('answers what the other server did under the same operation id', async () => {
    const { here, there } = await twoServers('44444444-2222-4333-8444-000000000003');
    const order = { action: addDomain, asked: { domain: 'two.example' }, actor: DANA, operation: 'op-once' };
    const done = await perform(here, order);
    expect(await perform(there, order)).toEqual(done);
    expect(await perform(there, order)).toEqual(done);
  });
});

test('what is refused leaves nothing, and its operation id is free', async () => {
  const room = nextServer();
  const order = (domain: string) => ({
    action: addDomain,
    asked: { domain },
    actor: MARCUS,
    operation: 'op-free',
  });
  const before = await lengthsOf(room);
  expect(await perform(room, order('freemail.example'))).toMatchObject({ refused: 'domain.free-mail' });
  expect(await lengthsOf(room)).toEqual(before);
  expect(isRefusal(await perform(room, order('free.example')))).toBe(false);
});

test('a lookup that refuses does not hide what was done under the same operation id', async () => {
  const room = nextServer();
  const asked = { domain: 'looked-up.example' };
  const order = { action: addDomain, actor: MARCUS, operation: 'op-lookup', body: asked };
  const done = await perform(room, { ...order, asked: async () => asked });
  expect(await perform(room, { ...order, asked: async () => refuse('gone', 'It is gone.') })).toEqual(done);
});
