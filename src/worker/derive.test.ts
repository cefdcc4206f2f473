import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameOwner } from '#actions/handoff/own.js';
import type { Room } from '#actions/perform.js';
import { addPartner, setRule } from '#actions/settings/partner.js';
import { setWeek } from '#actions/settings/week.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { ownerOf } from '#views/deal/state.js';
import { deriveAll } from '#worker/derive.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { BERLIN } from '../../test/world/handoff.js';
import { inspect, lengthsOf } from '../../test/world/inspection.js';
import { arrive, did, foundNorthbeam, knownNow } from '../../test/world/northbeam.js';
import { plainReader } from '../../test/world/reader.js';
import { DANA, MARCUS, testRoom } from '../../test/world/room.js';

let database: FreshDatabase;
let room: Room;
beforeAll(async () => {
  database = await freshDatabase();
  room = testRoom(database).room;
  await foundNorthbeam(room);
});
afterAll(() => database.drop());

async function introFrom(address: string): Promise<Id<'deal'>> {
  const id = `intro-of-${address}`;
  const arrival = await arrive(room, { id, from: address, body: 'Dana, meet Joanna of Halden.' });
  const deal = (await knownNow(room, [arrival])).arrival(arrival).deal;
  must(deal, 'an intro opens a deal');
  return deal;
}

test('a partner and a rule that come later reach the intros that nobody took', async () => {
  const deal = await introFrom('ines@meridian.example');
  const before = (await knownNow(room, [deal])).deal(deal).notebook.opened?.introducer;
  expect(before).toMatchObject({ partner: null, company: 'Meridian' });
  await did(room, addPartner, { name: 'Meridian Labs', domains: ['meridian.example'], people: [] });
  const added = (await knownNow(room, [])).workspace.partners.find((each) => each.name === 'Meridian Labs');
  const partner = added?.id ?? null;
  await did(room, setRule, { partner, owner: MARCUS, backup: null, role: null });
  await deriveAll(room, plainReader);
  const after = (await knownNow(room, [deal])).deal(deal);
  expect(after.notebook.opened?.introducer).toMatchObject({ partner, company: 'Meridian Labs' });
  expect(ownerOf(after)).toBe(MARCUS);
});

test('a changed week reaches the clocks that run, whoever named their owner', async () => {
  const deal = await introFrom('theo@kestrel.example');
  await did(room, nameOwner, { deal, owner: DANA });
  await did(room, setWeek, { person: DANA, week: { ...BERLIN, to: '20:30' } });
  await deriveAll(room, plainReader);
  const { clock } = (await knownNow(room, [deal])).deal(deal).notebook;
  expect(clock).toMatchObject({ because: 'week', clock: { week: { to: '20:30' } } });
});

test('what comes out the same leaves no entry', async () => {
  const before = await lengthsOf(room);
  await deriveAll(room, plainReader);
  expect(await lengthsOf(room)).toEqual(before);
  await inspect(room);
});
