import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDomain } from '#actions/settings/company.js';
import { inWorkspace, readWorkspace } from '#database/workspace.js';
import { newestNote, originOf, signGrown } from '#record/checkpoint.js';
import { openNote, signerFrom } from '#record/note.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { arrive, did, foundNorthbeam } from '../../test/world/northbeam.js';
import { testRoom } from '../../test/world/room.js';

const SIGNER = signerFrom('baton.northbeam.example', new Uint8Array(32).fill(7));

let database: FreshDatabase;
let room: ReturnType<typeof testRoom>['room'];
beforeAll(async () => {
  database = await freshDatabase();
  room = testRoom(database).room;
  await foundNorthbeam(room);
  await arrive(room, { id: 'i@kestrel.example', body: 'Dana, meet Joanna of Halden.' });
});
afterAll(() => database.drop());

function sign(since: string | null): Promise<number> {
  return inWorkspace(room.pool, room.workspace, (tx) =>
    signGrown(tx, room.workspace, SIGNER, room.now(), since),
  );
}

test('every chain that grew is signed once at its end, by however many servers at once', async () => {
  // Both find the same three chains; the notes are the same bytes, and are kept once.
  await Promise.all([sign(null), sign(null)]);
  const kept = await readWorkspace(room.pool, room.workspace, (tx) =>
    tx.query('select subject from baton.checkpoint order by subject'),
  );
  expect(kept.rowCount).toBe(3);
  expect(await sign(null)).toBe(0);
  const note = await readWorkspace(room.pool, room.workspace, (tx) =>
    newestNote(tx, room.workspace, 'workspace'),
  );
  expect(openNote(note ?? '', SIGNER)).toMatchObject({
    origin: originOf(room.workspace, 'workspace'),
    number: 8,
  });
});

test('only what grew since the last one is signed again', async () => {
  await did(room, addDomain, { domain: 'two.example' });
  expect(await sign(new Date(Date.parse(room.now()) - 60_000).toISOString())).toBe(1);
  expect(await sign(new Date(Date.parse(room.now()) - 60_000).toISOString())).toBe(0);
});

test('what was recorded before the search begins is left to the look at every chain', async () => {
  await did(room, addDomain, { domain: 'three.example' });
  expect(await sign(new Date(Date.parse(room.now()) + 60_000).toISOString())).toBe(0);
  expect(await sign(null)).toBe(1);
});
