import { createHash, randomBytes } from 'node:crypto';
import type { Client, PoolClient } from 'pg';
import type { Action } from '#actions/decision.js';
import { nameBackup, nameOwner } from '#actions/handoff/own.js';
import { correctSide } from '#actions/intro/correct.js';
import { perform, type Room } from '#actions/perform.js';
import { openPool } from '#database/pool.js';
import type { Id } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { Memory } from '#views/memory.js';
import { arrive, did, foundNorthbeam, knownNow } from '../test/world/northbeam.js';
import { DANA, MARCUS } from '../test/world/room.js';
import { openPlace, silent } from './place.js';
import { measure, type Way } from './windows.js';

const CLIENTS = [1, 8, 32];
const DEALS = 320;
const REACH = 0.7;

// What foundation's own measurements took: an entry with its content comes to about this much.
const CONTENT_BYTES = 620;

/**
 * Whole actions beside the least that a plain program would do: BEGIN, INSERT, INSERT, COMMIT by prepared
 * statements, one after the other, into two tables with the record's columns and keys and nothing else.
 * False where `side` (one entry, view, errand, answer) with a warm memory stays below 0.70 at any count.
 */
export async function record(say: (line: string) => void, seconds: number): Promise<boolean> {
  const place = await openPlace();
  try {
    const room = place.room();
    await foundNorthbeam(room);
    const deals = await openDeals(room, DEALS);
    // Deals of their own: what is written past a memory makes it conflict once, and that is not measured here.
    const coldDeals = await openDeals(room, DEALS);
    await makeBareTables(place.ground.asOwner, place.ground.urls.app);
    say(`whole actions beside BEGIN, INSERT, INSERT, COMMIT; ${DEALS} deals, medians of interleaved windows`);
    let isGood = true;
    for (const clients of CLIENTS) {
      // Connections of their own, so that the actions have all of theirs.
      const pool = openPool({ url: place.ground.urls.app, size: clients, name: 'bench bare', log: silent });
      const bare = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
      const ways: readonly Way[] = [
        { name: 'bare', work: (client) => bareAppend(bare[client]) },
        act('side', room, deals, correctSide, (deal, turn) => ({
          deal,
          email: null,
          name: 'Joanna',
          side: turn % 2 === 0 ? ('buyer' as const) : ('partner' as const),
        })),
        act('backup', room, deals, nameBackup, (deal, turn) => ({
          deal,
          backup: turn % 2 === 0 ? MARCUS : null,
        })),
        act('owner', room, deals, nameOwner, (deal, turn) => ({
          deal,
          owner: turn % 2 === 0 ? DANA : null,
          backup: null,
        })),
        act(
          'side, cold',
          room,
          coldDeals,
          correctSide,
          (deal) => ({ deal, email: null, name: 'Joanna', side: 'buyer' as const }),
          true,
        ),
      ];
      const window = (seconds * 1_000) / (6 * ways.length);
      const measured = await measure(ways, clients, 5, window).finally(async () => {
        for (const client of bare) client.release();
        await pool.end();
      });
      const words = ways.map(({ name }) => {
        const rate = `${Math.round(measured.rates.get(name) ?? 0)}/s`;
        return name === 'bare' ? `bare ${rate}` : `${name} ${rate} = ${measured.ratio(name).toFixed(2)}`;
      });
      say(`  ${String(clients).padStart(2)} clients: ${words.join(', ')}`);
      if (measured.ratio('side') < REACH) isGood = false;
    }
    say(isGood ? `  reached ${REACH} at each` : `  below ${REACH}`);
    return isGood;
  } finally {
    await place.close();
  }
}

let opened = 0;

async function openDeals(room: Room, count: number): Promise<readonly Id<'deal'>[]> {
  const deals: Id<'deal'>[] = [];
  for (let number = 0; number < count; number += 1) {
    opened += 1;
    const body = `Dana, meet Joanna of Halden, because their contract ends in May. Site ${opened}.`;
    const arrival = await arrive(room, { id: `bench-${opened}@kestrel.example`, body });
    const { deal } = (await knownNow(room, [arrival])).arrival(arrival);
    if (deal === null) throw new Error('An intro opened no deal.');
    await did(room, nameOwner, { deal, owner: DANA, backup: null });
    deals.push(deal);
  }
  return deals;
}

// Clients never meet on one deal: each has every 32nd.
function act<Asked>(
  name: string,
  room: Room,
  deals: readonly Id<'deal'>[],
  action: Action<Asked>,
  asked: (deal: Id<'deal'>, turn: number) => Asked,
  cold = false,
): Way {
  const turns = new Map<number, number>();
  const share = Math.floor(deals.length / 32);
  return {
    name,
    work: async (client) => {
      const turn = turns.get(client) ?? 0;
      turns.set(client, turn + 1);
      const deal = deals[client * share + (turn % share)];
      if (deal === undefined) throw new Error('There are fewer deals than clients.');
      const done = await perform(cold ? { ...room, memory: new Memory() } : room, {
        action,
        asked: asked(deal, Math.floor(turn / share)),
        actor: DANA,
        operation: room.mint('operation'),
      });
      if (isRefusal(done)) throw new Error(done.because);
    },
  };
}

const BARE = `
create schema bench;
create table bench.entry (workspace uuid not null, subject text not null, number bigint not null, kind text not null,
  recorded_at timestamptz(3) not null, occurred_at text not null, actor text not null, digest bytea not null,
  seal bytea not null, primary key (workspace, subject, number));
create table bench.content (workspace uuid not null, subject text not null, number bigint not null, salt bytea not null,
  text text not null, primary key (workspace, subject, number));`;

export async function makeBareTables(asOwner: () => Promise<Client>, appUrl: string): Promise<void> {
  const owner = await asOwner();
  try {
    const app = decodeURIComponent(new URL(appUrl.replace(/@\//, '@localhost/')).username);
    await owner.query(`${BARE} grant usage on schema bench to "${app}";
      grant select, insert on bench.entry, bench.content to "${app}";`);
  } finally {
    await owner.end();
  }
}

const WORKSPACE = '11111111-2222-4333-8444-555555555555';
let written = 0;

export async function bareAppend(client: PoolClient | undefined): Promise<void> {
  if (client === undefined) throw new Error('There are fewer connections than clients.');
  written += 1;
  const number = written;
  const text = `{"text":"${'x'.repeat(CONTENT_BYTES - 12)}"}`;
  const salt = randomBytes(16);
  const digest = createHash('sha256').update(salt).update(text).digest();
  const now = new Date().toISOString();
  await client.query({ name: 'bare_begin', text: 'begin' });
  await client.query({
    name: 'bare_entry',
    text: 'insert into bench.entry values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [WORKSPACE, 'deal_00000000000000000000000000', number, 'bare', now, now, DANA, digest, digest],
  });
  await client.query({
    name: 'bare_content',
    text: 'insert into bench.content values ($1, $2, $3, $4, $5)',
    values: [WORKSPACE, 'deal_00000000000000000000000000', number, salt, text],
  });
  await client.query({ name: 'bare_commit', text: 'commit' });
}
