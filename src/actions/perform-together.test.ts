import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#domain/id.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';
import type { Answer } from '#record/operation.js';
import { backupOf, lifeOf, ownerOf } from '#views/deal/state.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { inspect, lengthsOf } from '../../test/world/inspection.js';
import { type Intent, Model, type Outcome } from '../../test/world/model.js';
import { knownNow } from '../../test/world/northbeam.js';
import { DANA, MARCUS } from '../../test/world/room.js';
import { outcomeOf, type Sent, TwoServers } from '../../test/world/two-servers.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** What fast-check carries from command to command: the model is replaced as a whole. */
type Held = { model: Model };
type Command = fc.AsyncCommand<Held, TwoServers>;

// Deals and earlier operations are chosen by their place, since their ids are made in each run.
type Wish = { readonly by: Id<'person'>; readonly wish: Intent['wish']; readonly pick: number };

const wish: fc.Arbitrary<Wish> = fc.record({
  by: fc.constantFrom(DANA, MARCUS),
  wish: fc.constantFrom<Intent['wish'][]>(
    'company',
    'domain',
    'no-domain',
    'partner',
    'leave',
    'return',
    'own',
    'own',
    'decline',
    'take',
    'undo',
    'undo',
  ),
  pick: fc.nat(7),
});

const DOMAINS = ['one.example', 'two.example', 'kestrel.example', 'freemail.example'];

function intentOf({ by, wish: what, pick }: Wish, { model }: Held, servers: TwoServers): Intent {
  const deal = servers.deals[pick % 2] as Id<'deal'>;
  const person = [DANA, MARCUS][(pick >> 1) % 2] as Id<'person'>;
  switch (what) {
    case 'company':
      return { by, wish: what, company: `Northbeam ${pick}` };
    case 'domain':
    case 'no-domain':
      return { by, wish: what, domain: DOMAINS[pick % 4] as string };
    case 'partner':
      return { by, wish: what, name: `Partner ${pick % 3}` };
    case 'leave':
    case 'return':
      return { by, wish: what, person };
    case 'own':
      return { by, wish: what, deal, owner: pick > 5 ? null : person };
    case 'decline':
    case 'take':
      return { by, wish: what, deal };
    case 'undo': {
      const latest = model.operations.at(-1 - (pick % 4));
      return latest === undefined
        ? { by, wish: 'company', company: 'Northbeam' }
        : { by, wish: what, done: latest };
    }
  }
}

type Flight = Sent & { readonly done: Answer | Refusal };

/**
 * The model after these wishes, in some order that explains what was answered, or null where there is none. On
 * a chain that two of them grew, the numbers say who came first.
 */
function explained(model: Model, flights: readonly Flight[]): Model | null {
  if (flights.length === 0) return model;
  for (const flight of flights) {
    const others = flights.filter((each) => each !== flight);
    if (others.some((other) => isBefore(other.done, flight.done))) continue;
    const next = model.carry(flight.intent, flight.operation);
    if (!isSame(next.outcome, outcomeOf(flight.done))) continue;
    const rest = explained(next.model, others);
    if (rest !== null) return rest;
  }
  return null;
}

function isBefore(one: Answer | Refusal, other: Answer | Refusal): boolean {
  if (isRefusal(one) || isRefusal(other)) return false;
  return one.entries.some(({ subject, numbers }) => {
    const theirs = other.entries.find((each) => each.subject === subject)?.numbers[0];
    return theirs !== undefined && (numbers[0] ?? 0) < theirs;
  });
}

function isSame(one: Outcome, other: Outcome): boolean {
  if ('refused' in one || 'refused' in other) return JSON.stringify(one) === JSON.stringify(other);
  const sorted = ({ entries }: { entries: object }) => JSON.stringify(Object.entries(entries).sort());
  return sorted(one) === sorted(other);
}

function together(wishes: readonly Wish[], first: number, killing: boolean): Command {
  return {
    check: () => true,
    run: async (held, servers) => {
      const sent = wishes.map((each) => ({
        intent: intentOf(each, held, servers),
        operation: servers.freshOperation(),
      }));
      const done = await servers.sendTogether(sent, first, killing);
      const flights = sent.map((each, place) => ({ ...each, done: done[place] as Answer | Refusal }));
      const next = explained(held.model, flights);
      const said = JSON.stringify(flights.map(({ intent, done: one }) => [intent, outcomeOf(one)]));
      expect(next, `no order explains ${said}`).not.toBeNull();
      held.model = next ?? held.model;
    },
    toString: () =>
      `together(${wishes.map((each) => `${each.wish} ${each.pick}`).join(', ')}${killing ? ', killing' : ''} at ${first})`,
  };
}

function theSameAtOnce(one: Wish): Command {
  return {
    check: () => true,
    run: async (held, servers) => {
      const sent = { intent: intentOf(one, held, servers), operation: servers.freshOperation() };
      const done = await servers.sendTogether([sent, sent, sent], 0, false);
      expect(done).toEqual([done[0], done[0], done[0]]);
      const next = held.model.carry(sent.intent, sent.operation);
      expect(outcomeOf(done[0] as Answer | Refusal)).toEqual(next.outcome);
      held.model = next.model;
    },
    toString: () => `theSameAtOnce(${one.wish} ${one.pick})`,
  };
}

function again(pick: number, server: number): Command {
  return {
    check: ({ model }) => model.operations.length > 0,
    run: async ({ model }, servers) => {
      const operation = model.operations[pick % model.operations.length] as string;
      const { intent, answer } = servers.answerTo(operation);
      expect(await servers.send(server, { intent, operation })).toEqual(answer);
    },
    toString: () => `again(${pick}, ${server})`,
  };
}

function forSomethingElse(pick: number, server: number): Command {
  return {
    check: ({ model }) => model.operations.length > 0,
    run: async ({ model }, servers) => {
      const operation = model.operations[pick % model.operations.length] as string;
      const intent: Intent = { by: DANA, wish: 'company', company: 'Something else' };
      expect(await servers.send(server, { intent, operation })).toMatchObject({
        refused: 'operation.reused',
      });
    },
    toString: () => `forSomethingElse(${pick}, ${server})`,
  };
}

const idle: Command = {
  check: () => true,
  run: (_held, servers) => servers.killBackends(),
  toString: () => 'every idle connection killed',
};

function wishes(minLength: number) {
  return fc.array(wish, { minLength, maxLength: 4 });
}

const commands = fc.commands(
  [
    fc.tuple(wish, fc.nat(1)).map(([one, first]) => together([one], first, false)),
    fc.tuple(wishes(2), fc.nat(1)).map(([some, first]) => together(some, first, false)),
    fc.tuple(wishes(1), fc.nat(1)).map(([some, first]) => together(some, first, true)),
    wish.map(theSameAtOnce),
    fc.tuple(fc.nat(), fc.nat(1)).map(([pick, server]) => again(pick, server)),
    fc.tuple(fc.nat(), fc.nat(1)).map(([pick, server]) => forSomethingElse(pick, server)),
    fc.constant(idle),
  ],
  { maxCommands: 30, size: '+1' },
);

let workspaces = 0;

async function compare(servers: TwoServers, { model }: Held, base: Readonly<Record<string, number>>) {
  const { state, lengths } = model;
  for (const room of servers.rooms) {
    const known = await knownNow(room, servers.deals);
    expect({
      company: known.workspace.company,
      domains: known.workspace.domains,
      partners: known.workspace.partners.map((each) => each.name),
      left: known.workspace.people.filter((each) => !each.active).map((each) => each.id),
    }).toEqual({
      company: state.company,
      domains: state.domains,
      partners: state.partners,
      left: state.left,
    });
    for (const deal of servers.deals) {
      const real = known.deal(deal);
      const told = state.deals[deal];
      const owner = told?.named === undefined ? told?.proposed : told.named;
      expect([lifeOf(real), ownerOf(real), backupOf(real)]).toEqual([told?.life, owner, told?.backup]);
    }
  }
  const expected: Record<string, number> = { ...base };
  for (const [chain, count] of Object.entries(lengths)) expected[chain] = (expected[chain] ?? 0) + count;
  expect(await lengthsOf(servers.rooms[0])).toEqual(expected);
  await inspect(servers.rooms[0]);
}

describe('two servers on one database, whose connections are killed now and then', () => {
  test('come to what one person with a pencil would, lose nothing that was answered and double nothing', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (run) => {
        workspaces += 1;
        const workspace = `33333333-2222-4333-8444-${String(workspaces).padStart(12, '0')}`;
        const servers = await TwoServers.open(database, workspace);
        const base = await lengthsOf(servers.rooms[0]);
        const held: Held = { model: new Model(servers.deals) };
        await fc.asyncModelRun(() => ({ model: held, real: servers }), run);
        await compare(servers, held, base);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 60_000);
});
