import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWorkspace } from '#database/workspace.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';

const HERE = '018f0000-0000-7000-8000-000000000001';
const THERE = '018f0000-0000-7000-8000-000000000002';

let ground: FreshDatabase;
beforeAll(async () => {
  ground = await freshDatabase({ poolSize: 2 });
});
afterAll(() => ground.drop());

test('a workspace sees its own errands and no others', async () => {
  const put = (workspace: string, id: string) =>
    inWorkspace(ground.app, workspace, (tx) =>
      tx.query(
        'insert into errand (workspace, id, kind, subject, not_before) values ($1, $2, $3, $4, now())',
        [workspace, id, 'read', 'workspace'],
      ),
    );
  await put(HERE, 'here');
  await put(THERE, 'there');
  const seen = await inWorkspace(ground.app, HERE, (tx) => tx.query('select id from errand'));
  expect(seen.rows).toEqual([{ id: 'here' }]);
  expect((await ground.app.query('select id from errand')).rows).toEqual([]);
});
