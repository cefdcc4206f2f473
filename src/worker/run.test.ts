import { afterEach, expect, test } from 'vitest';
import { openQueue } from '#database/queue.js';
import { inWorkspace, readOne } from '#database/workspace.js';
import { PLANS, startWorker, type Worker } from '#worker/run.js';
import { SIGNER } from '../../test/record/intruder.js';
import { NORTHBEAM, openHouse } from '../../test/setup/access.js';
import { silent } from '../../test/setup/silence.js';
import { arrive, foundNorthbeam } from '../../test/world/northbeam.js';
import { plainReader } from '../../test/world/reader.js';
import { testRoom } from '../../test/world/room.js';

const house = openHouse();
let worker: Worker | null = null;
afterEach(() => worker?.stop());

test('settings changed ten times in a row are derived once', async () => {
  const { room } = testRoom(house.ground, undefined, { workspace: NORTHBEAM });
  await foundNorthbeam(room);
  await arrive(room, { id: 'waits@kestrel.example', body: 'Dana, meet Joanna of Halden.' });
  await inWorkspace(room.pool, room.workspace, async (tx) => {
    await tx.query('delete from baton.errand where workspace = $1', [room.workspace]);
    await tx.query(
      `insert into baton.errand (workspace, id, kind, subject, not_before)
       select $1, 'errand_' || place, 'derive', 'workspace', $2 from generate_series(1, 10) place`,
      [room.workspace, room.now()],
    );
  });
  let readings = 0;
  const reader: typeof plainReader = {
    ...plainReader,
    read: (mail, context) => {
      readings += 1;
      return plainReader.read(mail, context);
    },
  };
  const queue = await openQueue(room.pool, PLANS, silent, 1);
  worker = await startWorker({
    room,
    reader,
    access: house.access,
    queue,
    signer: SIGNER,
    submitter: null,
    log: silent,
  });
  const left = () =>
    readOne(room.pool, room.workspace, {
      text: 'select id from baton.errand where workspace = $1',
      values: [room.workspace],
    });
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  expect(readings).toBe(1);
});
