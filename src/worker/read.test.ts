import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Room } from '#actions/perform.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { isRefusal } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { lookAt } from '#sources/mail/first-look.js';
import { keepIncoming } from '#worker/keep.js';
import { readOne } from '#worker/read.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { inspect, lengthsOf } from '../../test/world/inspection.js';
import { incoming, mailBytes, type Written } from '../../test/world/mail.js';
import { foundNorthbeam, knownNow } from '../../test/world/northbeam.js';
import { plainReader } from '../../test/world/reader.js';
import { testRoom } from '../../test/world/room.js';

let database: FreshDatabase;
let here: Room;
let there: Room;
let workspaces = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

// Each test has a workspace of its own, on two servers.
beforeEach(async () => {
  workspaces += 1;
  const workspace = `22222222-2222-4333-8444-${String(workspaces).padStart(12, '0')}`;
  here = testRoom(database, undefined, { workspace, server: 'a' }).room;
  there = testRoom(database, undefined, { workspace, server: 'b' }).room;
  await foundNorthbeam(here);
});

const INTRO = 'Dana, meet Joanna of Halden, because their contract ends in May.';
const REPLY = { from: 'Joanna Reyes <joanna@halden.example>', body: 'Thanks. Tuesday works.' };

async function keep(room: Room, mail: Written): Promise<Id<'arrival'>> {
  const bytes = mailBytes(mail);
  const operation = room.mint('operation');
  const done = await keepIncoming(room, incoming(bytes), lookAt(bytes), {
    actor: 'baton',
    how: 'To intro@localhost, by mail',
    operation,
  });
  must(!isRefusal(done), 'a mail is always kept');
  return done.arrival;
}

async function dealsOf(arrivals: readonly Id<'arrival'>[]) {
  const known = await knownNow(here, arrivals);
  return arrivals.map((each) => known.arrival(each).deal);
}

async function countDeals(): Promise<number> {
  return Object.keys(await lengthsOf(here)).filter((each) => each.endsWith('.notebook')).length;
}

describe('a reply', () => {
  test('that came before its intro joins when the intro comes', async () => {
    const reply = await keep(here, { id: 'r@halden.example', answers: ['i@kestrel.example'], ...REPLY });
    await readOne(here, plainReader, reply);
    expect(await dealsOf([reply])).toEqual([null]);
    const intro = await keep(there, { id: 'i@kestrel.example', body: INTRO });
    const deal = await readOne(there, plainReader, intro);
    expect(deal).not.toBeNull();
    expect(await dealsOf([intro, reply])).toEqual([deal, deal]);
    const known = await knownNow(here, [intro, reply]);
    expect([intro, reply].map((each) => known.arrival(each).joinedAs)).toEqual(['intro', 'reply']);
    await inspect(here);
  });

  test('to a reply that came first joins as well, however long the line', async () => {
    const line = ['i@kestrel.example', 'r1@halden.example', 'r2@halden.example'];
    const last = await keep(here, { id: 'r3@halden.example', answers: line.slice(2), ...REPLY });
    const middle = await keep(here, {
      id: 'r2@halden.example',
      answers: line.slice(1, 2),
      ...REPLY,
      body: 'Two.',
    });
    const first = await keep(here, {
      id: 'r1@halden.example',
      answers: line.slice(0, 1),
      ...REPLY,
      body: 'One.',
    });
    for (const each of [last, middle, first]) await readOne(here, plainReader, each);
    const intro = await keep(there, { id: 'i@kestrel.example', body: INTRO });
    const deal = await readOne(there, plainReader, intro);
    expect(await dealsOf([first, middle, last])).toEqual([deal, deal, deal]);
  });

  test('and its intro, read at the same moment on two servers, come together', async () => {
    for (let round = 0; round < 12; round += 1) {
      const reply = await keep(here, {
        id: `r${round}@halden.example`,
        answers: [`i${round}@kestrel.example`],
        ...REPLY,
        body: `Thanks, number ${round}.`,
      });
      const intro = await keep(there, { id: `i${round}@kestrel.example`, body: `${INTRO} Site ${round}.` });
      await Promise.all([readOne(here, plainReader, reply), readOne(there, plainReader, intro)]);
      const [deal, joined] = await dealsOf([intro, reply]);
      expect(deal).not.toBeNull();
      expect(joined).toBe(deal);
    }
    expect(await countDeals()).toBe(12);
    await inspect(here);
  });
});

describe('one thread is one deal', () => {
  test('for two intros of it that are read at once, of which one answers the other', async () => {
    for (let round = 0; round < 12; round += 1) {
      const first = await keep(here, { id: `f${round}@kestrel.example`, body: `${INTRO} Site ${round}.` });
      const second = await keep(there, {
        id: `s${round}@kestrel.example`,
        answers: [`f${round}@kestrel.example`],
        body: `Once more: meet Joanna of Halden. Site ${round}.`,
      });
      await Promise.all([readOne(here, plainReader, first), readOne(there, plainReader, second)]);
      const [one, other] = await dealsOf([first, second]);
      expect(one).not.toBeNull();
      expect(other).toBe(one);
    }
    expect(await countDeals()).toBe(12);
    await inspect(here);
  });

  test('for two intros that answer a third mail which never came', async () => {
    const mail = (id: string): Written => ({ id, answers: ['lost@kestrel.example'], body: `${INTRO} ${id}` });
    const ids = [await keep(here, mail('x@kestrel.example')), await keep(there, mail('y@kestrel.example'))];
    await Promise.all([
      readOne(here, plainReader, ids[0] as Id<'arrival'>),
      readOne(there, plainReader, ids[1] as Id<'arrival'>),
    ]);
    const [one, other] = await dealsOf(ids);
    expect(one).not.toBeNull();
    expect(other).toBe(one);
    expect(await countDeals()).toBe(1);
  });

  test('for one intro that ten jobs read at once', async () => {
    const intro = await keep(here, { id: 'ten@kestrel.example', body: INTRO });
    await Promise.all(
      Array.from({ length: 10 }, (_, place) => readOne(place % 2 === 0 ? here : there, plainReader, intro)),
    );
    const [deal] = await dealsOf([intro]);
    must(deal, 'it opened a deal');
    expect(await countDeals()).toBe(1);
    const lengths = await lengthsOf(here);
    // Received, read and joined; opened, findings, owner, backup, role and clock.
    expect([lengths[intro], lengths[notebookOf(deal)]]).toEqual([3, 6]);
  });
});

test('a job that runs twice leaves nothing the second time', async () => {
  const intro = await keep(here, { id: 'twice@kestrel.example', body: INTRO });
  const news = await keep(here, { id: 'news@else.example', from: 'n@else.example', body: 'News.' });
  for (const each of [intro, news]) await readOne(here, plainReader, each);
  const before = await lengthsOf(here);
  for (const each of [intro, news]) await readOne(there, plainReader, each);
  expect(await lengthsOf(here)).toEqual(before);
});

test('an arrival that is not there is read to nothing', async () => {
  expect(await readOne(here, plainReader, 'arrival_nowhere')).toBeNull();
});
