import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameBackup } from '#actions/handoff/own.js';
import { correctSide } from '#actions/intro/correct.js';
import { takeIntro } from '#actions/intro/take.js';
import type { Room } from '#actions/perform.js';
import { openClient } from '#database/pool.js';
import { inWorkspace, readWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import type { Asker } from '#record/bundle/asker.js';
import { bundleText } from '#record/bundle/bundle.js';
import { filesOf } from '#record/bundle/folder.js';
import { gatherBundle } from '#record/bundle/gather.js';
import type { Bundle } from '#record/bundle/shape.js';
import { signGrown } from '#record/checkpoint.js';
import { signerFrom } from '#record/note.js';
import { namesIn } from '#views/workspace/names.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';
import { arrive, did, foundNorthbeam, knownNow, wordsOf } from '../world/northbeam.js';
import { countingMint, DANA, MARCUS, testRoom, WORKSPACE } from '../world/room.js';
import { findings, wrongPlaces } from './both.js';

const SIGNER = signerFrom(`baton.${WORKSPACE}`, new Uint8Array(32).fill(7));

let quiet: FreshDatabase;
let busy: FreshDatabase;
beforeAll(async () => {
  [quiet, busy] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([quiet?.drop(), busy?.drop()]);
});

/** The same intro is taken in both worlds; in the busy one the host writes into its notebook before and after. */
async function lived(database: FreshDatabase, isBusy: boolean): Promise<{ room: Room; deal: Id<'deal'> }> {
  const { room } = testRoom(database);
  // The host's own doings mint ids of their own, so that those on the record stay the same.
  const aside: Room = { ...room, mint: countingMint('9') };
  const sign = () =>
    inWorkspace(room.pool, room.workspace, (tx) => signGrown(tx, room.workspace, SIGNER, room.now(), null));
  await foundNorthbeam(room);
  const body = 'Dana, meet Joanna of Halden, because their contract ends in May. It is about 40000 EUR.';
  const arrival = await arrive(room, { id: 'intro@kestrel.example', body });
  const deal = (await knownNow(room, [arrival])).arrival(arrival).deal;
  if (deal === null) throw new Error('An intro opens a deal.');
  const note = async () => {
    if (!isBusy) return;
    await did(aside, correctSide, { deal, email: null, name: 'Somebody unseen', side: 'unknown' }, MARCUS);
    await did(aside, nameBackup, { deal, backup: null }, DANA);
    await arrive(aside, {
      from: 'Joanna Reyes <joanna@halden.example>',
      id: `reply-${aside.mint('errand')}@halden.example`,
      answers: ['intro@kestrel.example'],
      body: 'Between us: not before June.',
    });
    await sign();
    await did(aside, nameBackup, { deal, backup: DANA }, DANA);
  };
  await note();
  await did(room, takeIntro, { deal, by: MARCUS, words: await wordsOf(room, deal) }, MARCUS);
  await note();
  return { room, deal };
}

async function taken({ room, deal }: { room: Room; deal: Id<'deal'> }, asker: Asker): Promise<Bundle> {
  const known = await knownNow(room, []);
  const bundle = await readWorkspace(room.pool, room.workspace, (tx) =>
    gatherBundle({
      tx,
      workspace: room.workspace,
      wrap: room.wrap,
      signer: SIGNER,
      deal,
      for: asker,
      names: namesIn(known.workspace),
    }),
  );
  if (isRefusal(bundle)) throw new Error(bundle.because);
  return bundle;
}

test('two deals with one record and different notebooks give the partner the same bytes', async () => {
  const [still, loud] = [await lived(quiet, false), await lived(busy, true)];
  expect(loud.deal).toBe(still.deal);
  const [one, other] = [await taken(still, 'partner'), await taken(loud, 'partner')];
  expect(bundleText(other)).toBe(bundleText(one));
  expect([...filesOf(other)]).toEqual([...filesOf(one)]);
  // They differ, or the comparison would show nothing.
  const [ours, theirs] = [await taken(still, 'host'), await taken(loud, 'host')];
  expect(bundleText(theirs)).not.toBe(bundleText(ours));
  expect(theirs.chains[1]?.entries.length).toBeGreaterThan((ours.chains[1]?.entries.length ?? 0) + 5);
  expect(theirs.minutes).toContain('Joanna Reyes wrote in the thread');
  for (const bundle of [one, ours, theirs]) {
    const bytes = Buffer.from(bundleText(bundle), 'utf8');
    expect(findings(bytes)).toEqual([]);
    expect(wrongPlaces(bytes)).toEqual([]);
  }
  for (const words of ['notebook', 'Between us', 'Somebody unseen', 'letter_', 'rule_'])
    expect(bundleText(other)).not.toContain(words);
});

test('a record that was changed in the database is refused and not signed afresh', async () => {
  const [deal] = (await knownDeals(busy)) as [Id<'deal'>];
  const intruder = await openClient(busy.url, 'baton intruder');
  try {
    await intruder.query('alter table baton.record_content disable trigger all');
    const bent = await intruder.query(
      `update baton.record_content set text = replace(text, 'Halden', 'Haldem') where subject = $1 and number = 1`,
      [deal],
    );
    expect(bent.rowCount).toBe(1);
  } finally {
    await intruder.end();
  }
  const { room } = testRoom(busy);
  await expect(taken({ room, deal }, 'partner')).rejects.toThrow(
    'This deal is not exported, because its record does not verify: The content of entry 1 was changed',
  );
});

async function knownDeals(database: FreshDatabase): Promise<readonly string[]> {
  const { room } = testRoom(database);
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const found = await tx.query<{ deal: string }>('select deal from baton.view_deal');
    return found.rows.map((row) => row.deal);
  });
}
