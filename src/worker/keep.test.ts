import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkspace } from '#database/workspace.js';
import type { WayIn } from '#domain/arrival.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { isRefusal } from '#domain/refusal.js';
import { unlock } from '#record/arrivals/cipher.js';
import { fetchBytes, fetchKey } from '#record/arrivals/fetch.js';
import { bytesAbout } from '#record/arrivals/keep.js';
import { lookAt } from '#sources/mail/first-look.js';
import { keepIncoming } from '#worker/keep.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { inspect } from '../../test/world/inspection.js';
import { incoming, mailBytes } from '../../test/world/mail.js';
import { knownNow } from '../../test/world/northbeam.js';
import { testRoom } from '../../test/world/room.js';

let database: FreshDatabase;
let servers: readonly ReturnType<typeof testRoom>['room'][];
beforeAll(async () => {
  database = await freshDatabase();
  servers = ['a', 'b'].map((server) => testRoom(database, undefined, { server }).room);
});
afterAll(() => database.drop());

const BODY = 'Dana, meet Joanna of Halden, because their contract ends in May.';

function bring(room: (typeof servers)[number], bytes: Uint8Array, via: WayIn = 'smtp', operation?: string) {
  return keepIncoming(room, incoming(bytes, via), lookAt(bytes), {
    actor: 'baton',
    how: 'To intro@localhost, by mail',
    operation: operation ?? room.mint('operation'),
  });
}

async function kept(...args: Parameters<typeof bring>) {
  const done = await bring(...args);
  must(!isRefusal(done), 'a mail is always kept');
  return done;
}

function first() {
  const room = servers[0];
  must(room, 'there are two servers');
  return room;
}

function count(table: 'arrival' | 'delivery', arrival: Id<'arrival'>) {
  const room = first();
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const found = await tx.query(`select 1 from baton.${table} where arrival = $1`, [arrival]);
    return found.rowCount;
  });
}

describe('what arrives', () => {
  test('by ten ways at once on two servers is kept once, with ten deliveries', async () => {
    const vias: readonly WayIn[] = ['smtp', 'drop', 'paste', 'terminal', 'api'];
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        kept(
          servers[place % 2] ?? first(),
          mailBytes({ id: 'ten@kestrel.example', trace: `from hop${place}.example`, body: BODY }),
          vias[place % vias.length],
        ),
      ),
    );
    const [arrival] = new Set(done.map((each) => each.arrival));
    must(arrival, 'it is kept');
    expect(new Set(done.map((each) => each.arrival)).size).toBe(1);
    expect(done.filter((each) => each.fresh)).toHaveLength(1);
    expect(await count('arrival', arrival)).toBe(1);
    expect(await count('delivery', arrival)).toBe(10);
    const known = await knownNow(first(), [arrival]);
    const { happened } = known.chain(arrival);
    expect(happened.map((each) => each.kind)).toEqual([
      'arrival.received',
      ...Array.from({ length: 9 }, () => 'arrival.delivered'),
    ]);
    expect(known.arrival(arrival).deliveries).toHaveLength(10);
  });

  test('keeps for each delivery its own headers, and the bytes as they came first', async () => {
    const traces = ['from one.example', 'from two.example', 'from three.example'];
    const mails = traces.map((trace) => mailBytes({ id: 'three@kestrel.example', trace, body: BODY }));
    const ids: Id<'arrival'>[] = [];
    for (const bytes of mails) ids.push((await kept(first(), bytes)).arrival);
    const arrival = ids[0] ?? 'arrival_none';
    const room = first();
    const [bytes, headers] = await readWorkspace(room.pool, room.workspace, async (tx) => {
      const key = (await fetchKey(tx, room.workspace, room.wrap, arrival)) as Uint8Array;
      const rows = await tx.query<{ delivery: string; sealed: Buffer }>(
        'select delivery, sealed from baton.delivery where arrival = $1 order by delivery',
        [arrival],
      );
      return [
        await fetchBytes(tx, room.workspace, room.wrap, arrival),
        rows.rows.map(({ delivery, sealed }) => {
          const plain = Buffer.from(unlock(key, bytesAbout(room.workspace, arrival, delivery), sealed));
          return (JSON.parse(plain.toString('utf8')) as { headers: string }).headers;
        }),
      ] as const;
    });
    expect(Buffer.from(bytes ?? [])).toEqual(Buffer.from(mails[0] ?? []));
    expect(headers.map((each) => each.split('\r\n')[0])).toEqual(traces.map((each) => `Received: ${each}`));
  });

  test('with the same Message-ID and other words is two arrivals, and the second says so', async () => {
    const one = await kept(first(), mailBytes({ id: 'twin@kestrel.example', body: BODY }));
    const other = await kept(first(), mailBytes({ id: 'twin@kestrel.example', body: `${BODY} PS: now.` }));
    expect(other.arrival).not.toBe(one.arrival);
    const known = await knownNow(first(), [one.arrival, other.arrival]);
    expect(known.arrival(one.arrival).received?.twin).toBeNull();
    expect(known.arrival(other.arrival).received?.twin).toBe(one.arrival);
  });

  test('sent again under the same operation id is answered as before and adds no delivery', async () => {
    const bytes = mailBytes({ id: 'again@kestrel.example', body: BODY });
    const [one, other] = servers;
    must(one && other, 'there are two servers');
    const done = await Promise.all([
      kept(one, bytes, 'api', 'again'),
      kept(other, bytes, 'api', 'again'),
      kept(one, bytes, 'api', 'again'),
    ]);
    const later = await kept(other, bytes, 'api', 'again');
    const { arrival } = later;
    expect(new Set(done.map((each) => each.arrival))).toEqual(new Set([arrival]));
    expect(await count('delivery', arrival)).toBe(1);
    const else_ = mailBytes({ id: 'else@kestrel.example', body: BODY });
    expect(await bring(other, else_, 'api', 'again')).toMatchObject({ refused: 'operation.reused' });
  });

  test('of fifty mails at once on two servers loses none', async () => {
    const mails = Array.from({ length: 50 }, (_, place) =>
      mailBytes({ id: `many-${place}@kestrel.example`, body: `${BODY} Number ${place}.` }),
    );
    const done = await Promise.all(mails.map((bytes, place) => kept(servers[place % 2] ?? first(), bytes)));
    expect(new Set(done.map((each) => each.arrival)).size).toBe(50);
    expect(done.every((each) => each.fresh)).toBe(true);
  });

  test('leaves a record that is whole, and views that are what is folded anew', () => inspect(first()));
});
