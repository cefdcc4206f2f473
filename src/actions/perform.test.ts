import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Order, perform } from '#actions/perform.js';
import { addDomain, nameCompany } from '#actions/settings/company.js';
import { readWorkspace } from '#database/workspace.js';
import { isRefusal } from '#domain/refusal.js';
import { loadSubjects } from '#record/load.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { MARCUS, testRoom } from '../../test/world/room.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe('the one writer', () => {
  test('the same operation id gives the same answer and is done once', async () => {
    const { room } = testRoom(database);
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
    const { room } = testRoom(database);
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
});
