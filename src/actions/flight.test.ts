import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action } from '#actions/decision.js';
import { nameBackup, nameOwner } from '#actions/handoff/own.js';
import { type Order, perform, type Room } from '#actions/perform.js';
import { changeColleague } from '#actions/settings/colleague.js';
import { addDomain } from '#actions/settings/company.js';
import { openClient } from '#database/pool.js';
import { sqlState } from '#database/sql-state.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import type { Answer } from '#record/operation.js';
import { Memory } from '#views/memory.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { inspect, lengthsOf } from '../../test/world/inspection.js';
import { arrive, did, foundNorthbeam, knownNow } from '../../test/world/northbeam.js';
import { DANA, MARCUS, testRoom } from '../../test/world/room.js';

const COUNT = 10;

let database: FreshDatabase;
let room: Room;
let above: Client;
const deals: Id<'deal'>[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  above = await openClient(database.url, 'baton test above');
  room = testRoom(database).room;
  await foundNorthbeam(room);
  for (let place = 1; place <= COUNT; place += 1) {
    const body = `Dana, meet Joanna of Halden, because their contract ends in May. Site ${place}.`;
    const arrival = await arrive(room, { id: `intro-${place}@kestrel.example`, body });
    const deal = (await knownNow(room, [arrival])).arrival(arrival).deal;
    must(deal, 'an intro opens a deal');
    deals.push(deal);
  }
});
afterAll(async () => {
  await inspect(room);
  await above.end();
  await database.drop();
});

let sent = 0;

function own(deal: Id<'deal'>, owner: Id<'person'> | null, name?: string) {
  sent += 1;
  const operation = name ?? `flight-${sent}`;
  return { action: nameOwner, asked: { deal, owner }, actor: DANA, operation };
}

function together<Asked>(orders: readonly Order<Asked>[]): Promise<(Answer | Refusal)[]> {
  return Promise.all(orders.map((order) => perform(room, order)));
}

/** For each answer the transaction that wrote its first entry. */
async function commitsOf(answers: readonly (Answer | Refusal)[]): Promise<readonly string[]> {
  const commits: string[] = [];
  for (const answer of answers) {
    if (isRefusal(answer)) throw new Error(answer.because);
    const [first] = answer.entries;
    const found = await above.query<{ commit: string }>(
      'select xmin::text as commit from baton.record_entry where subject = $1 and number = $2',
      [first?.subject, first?.numbers[0]],
    );
    commits.push(found.rows[0]?.commit ?? 'none');
  }
  return commits;
}

// The first two leave at once; those after them share a flight, and so does what is put among them.
const AMONG = 5;

describe('people who act at the same moment', () => {
  test('on deals of their own share a commit, and each has an answer of its own', async () => {
    const done = await together(deals.map((deal) => own(deal, MARCUS)));
    const commits = await commitsOf(done);
    expect(new Set(commits).size).toBeLessThanOrEqual(6);
    for (const [place, answer] of done.entries()) expect(answer).toMatchObject({ deal: deals[place] });
    const errands = done.flatMap((answer) => (isRefusal(answer) ? [] : answer.errands));
    const kept = await above.query('select id from baton.errand where id = any($1)', [errands]);
    expect(kept.rows).toHaveLength(errands.length);
  });

  test('on one deal go one after the other, and nobody has to be asked again', async () => {
    const [deal] = deals as [Id<'deal'>];
    const before = (await lengthsOf(room))[notebookOf(deal)] ?? 0;
    const backups = [DANA, null, DANA, null, DANA, null];
    let decided = 0;
    const counting = {
      ...nameBackup,
      decide: (...given: Parameters<typeof nameBackup.decide>) => {
        decided += 1;
        return nameBackup.decide(...given);
      },
    };
    const done = await together(
      backups.map((backup, place) => ({
        action: counting,
        asked: { deal, backup },
        actor: MARCUS,
        operation: `row-${place}`,
      })),
    );
    const numbers = done.map((answer) => (isRefusal(answer) ? [] : answer.entries[0]?.numbers));
    expect(numbers).toEqual(backups.map((_, place) => [before + place + 1]));
    expect(decided).toBe(backups.length);
  });

  test('come after a change of the workspace that was there before them', async () => {
    const settings = {
      action: changeColleague,
      asked: { person: MARCUS, active: false },
      actor: DANA,
      operation: 'leave',
    };
    const flights = deals.map((deal, place) =>
      place < AMONG ? perform(room, own(deal, DANA)) : Promise.resolve(null),
    );
    const left = perform(room, settings);
    const after = perform(room, own(deals[AMONG] as Id<'deal'>, MARCUS));
    expect((await Promise.all(flights)).filter((each) => each !== null && isRefusal(each))).toEqual([]);
    expect(isRefusal(await left)).toBe(false);
    expect(await after).toMatchObject({ refused: 'person.left' });
    await did(room, changeColleague, { person: MARCUS, active: true });
  });
});

describe('an action that fails takes nobody down with it', () => {
  // PostgreSQL keeps no zero byte in JSON, so the whole statement is refused.
  const poison = action<{ deal: Id<'deal'> }>({
    name: 'test.poison',
    touches: ({ deal }) => ({ deals: [deal] }),
    decide: (_known, { deal }) => ({
      appends: [{ to: notebookOf(deal), happening: { kind: 'backup.named', content: { backup: MARCUS } } }],
      errands: [{ kind: 'test', subject: deal, detail: { word: '\u0000' } }],
      said: 'Poisoned.',
    }),
  });

  async function amongOthers(odd: () => Promise<Answer | Refusal>, owner: Id<'person'> | null) {
    const others: Promise<Answer | Refusal>[] = [];
    let result: PromiseSettledResult<Answer | Refusal>[] = [];
    for (const [place, deal] of deals.entries()) {
      if (place === AMONG) others.push(odd());
      else others.push(perform(room, own(deal, owner)));
    }
    result = await Promise.allSettled(others);
    const [failed] = result.splice(AMONG, 1);
    must(failed, 'the odd one is among them');
    const done = result.map((each) =>
      each.status === 'fulfilled' && !isRefusal(each.value) ? 'done' : each,
    );
    expect(done).toEqual(deals.slice(1).map(() => 'done'));
    return failed;
  }

  test('where the database refuses it', async () => {
    const asked = { deal: deals[AMONG] as Id<'deal'> };
    const before = (await lengthsOf(room))[notebookOf(asked.deal)];
    const order = { action: poison, asked, actor: DANA, operation: 'poison' };
    const failed = await amongOthers(() => perform(room, order), MARCUS);
    expect(failed.status === 'rejected' && sqlState(failed.reason)).toMatch(/^22P0[25]$/);
    expect((await lengthsOf(room))[notebookOf(asked.deal)]).toBe(before);
  });

  test('where deciding it is a bug of ours', async () => {
    const bug = action<{ deal: Id<'deal'> }>({
      ...poison,
      decide: () => {
        throw new Error('a bug of ours');
      },
    });
    const asked = { deal: deals[AMONG] as Id<'deal'> };
    const order = { action: bug, asked, actor: DANA, operation: 'bug' };
    const failed = await amongOthers(() => perform(room, order), DANA);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'a bug of ours' } });
  });

  test('where its operation id was used for something else', async () => {
    const [first, used] = [deals[0], deals[AMONG]] as [Id<'deal'>, Id<'deal'>];
    const before = await perform(room, own(first, MARCUS, 'twice'));
    expect(isRefusal(before)).toBe(false);
    const failed = await amongOthers(() => perform(room, own(used, MARCUS, 'twice')), null);
    expect(failed).toMatchObject({ status: 'fulfilled', value: { refused: 'operation.reused' } });
  });

  test('where another server has changed what it rests on', async () => {
    const there = testRoom(database, undefined, { server: 'b' }).room;
    await did(there, changeColleague, { person: MARCUS, active: false });
    const failed = await amongOthers(
      () => perform(room, own(deals[AMONG] as Id<'deal'>, MARCUS, 'stale')),
      DANA,
    );
    expect(failed).toMatchObject({ status: 'fulfilled', value: { refused: 'person.left' } });
    await did(there, changeColleague, { person: MARCUS, active: true });
    await knownNow(room, []);
  });
});

describe('a flight that meets a lock', () => {
  async function locked(some: readonly Id<'deal'>[], run: () => Promise<void>): Promise<void> {
    const holder = await openClient(database.url, 'baton test holder');
    try {
      await holder.query('begin');
      await holder.query('select from baton.view_deal where deal = any($1) for update', [some]);
      await run();
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
  }

  test('holds up nobody who wants something else', async () => {
    const [one, two, other] = deals as [Id<'deal'>, Id<'deal'>, Id<'deal'>];
    let waiting: Promise<unknown> = Promise.resolve();
    await locked([one, two], async () => {
      waiting = Promise.all([perform(room, own(one, MARCUS)), perform(room, own(two, MARCUS))]);
      expect(isRefusal(await perform(room, own(other, MARCUS)))).toBe(false);
      expect(await Promise.race([waiting, pause(50, 'waits')])).toBe('waits');
    });
    expect(await waiting).not.toContain('waits');
  });

  test('and loses its connections is settled for each by its operation id, once', async () => {
    const before = await lengthsOf(room);
    let answers: Promise<(Answer | Refusal)[]> = Promise.resolve([]);
    const owners = deals.map((deal, place) => own(deal, null, `lost-${place}`));
    await locked([deals[4] as Id<'deal'>], async () => {
      answers = together(owners);
      answers.catch(() => undefined);
      const stuck = `select pid from pg_stat_activity
        where datname = current_database() and application_name = 'baton app' and wait_event_type = 'Lock'`;
      while ((await above.query(stuck)).rows.length === 0) await pause(5);
      await above.query(`select pg_terminate_backend(pid) from (${stuck}) waiting`);
    });
    const done = await answers;
    expect(done.filter(isRefusal)).toEqual([]);
    const after = await lengthsOf(room);
    for (const [place, deal] of deals.entries()) {
      const answer = done[place] as Answer;
      const grown = (after[notebookOf(deal)] ?? 0) - (before[notebookOf(deal)] ?? 0);
      expect(grown).toBe(answer.entries.flatMap((each) => each.numbers).length);
    }
    expect(await together(owners)).toEqual(done);
  });
});

test('a memory that holds nothing yet is filled before its flight leaves', async () => {
  const cold = { ...room, memory: new Memory() };
  const orders = deals.map((deal) => own(deal, DANA));
  const done = await Promise.all(orders.map((order) => perform(cold, order)));
  expect(done.filter(isRefusal)).toEqual([]);
  const domain = { action: addDomain, asked: { domain: 'late.example' }, actor: DANA, operation: 'late' };
  expect(isRefusal(await perform(cold, domain))).toBe(false);
});
