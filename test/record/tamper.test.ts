import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { originOf } from '#record/checkpoint.js';
import { signCheckpoint } from '#record/note.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';
import { ARRIVAL_WAYS } from './arrival-ways.js';
import { CHAIN_WAYS, KEPT_WAYS } from './chain-ways.js';
import { CHECKPOINT_WAYS } from './checkpoint-ways.js';
import { ENTRY_WAYS } from './entry-ways.js';
import { Intruder, SIGNER } from './intruder.js';
import { type Scene, setScene } from './scene.js';
import { sql } from './way.js';

const WAYS = [...ENTRY_WAYS, ...CHAIN_WAYS, ...KEPT_WAYS, ...CHECKPOINT_WAYS, ...ARRIVAL_WAYS];

let database: FreshDatabase;
let intruder: Intruder;
let scene: Scene;
beforeAll(async () => {
  database = await freshDatabase();
  scene = await setScene(database);
  intruder = await Intruder.enter(database);
});
afterAll(async () => {
  await intruder.leave();
  await database.drop();
});

const nothing = async () => undefined;

describe('a record that nobody touched', () => {
  test('raises nothing, with or without the notes that others keep', async () => {
    const found = await intruder.tamper(nothing, scene.kept);
    expect(found.broken).toEqual([]);
    expect(found.entries).toBeGreaterThanOrEqual(200);
    expect(found.checkpoints).toBe(scene.kept.length);
    expect((await intruder.tamper(nothing)).broken).toEqual([]);
  });

  test('says which entries no checkpoint vouches for yet', async () => {
    const { unsigned } = await intruder.tamper(nothing);
    expect(unsigned).toEqual([
      { subject: scene.late, entries: 2 },
      { subject: scene.notebook, entries: 1 },
    ]);
  });
});

describe('what an intruder with a superuser’s connection does is found at its entry:', () => {
  test.each(WAYS.map((each) => [each.way, each] as const))('%s', async (_, { deed, found, onlyKept }) => {
    const places = (broken: readonly { subject: string; number: number; code: string }[]) =>
      broken.map(({ subject, number, code }) => ({ subject, number, code }));
    const told = await intruder.tamper(deed(scene), scene.kept);
    expect(places(told.broken)).toEqual(found(scene));
    for (const { because } of told.broken) expect(because).toMatch(/^[A-Z].*\.$/);
    // Notes from outside are needed where the intruder took the stored ones away, and only there.
    const alone = await intruder.tamper(deed(scene));
    expect(places(alone.broken)).toEqual(onlyKept ? [] : found(scene));
  });

  test('any one byte of any entry, content, checkpoint or kept mail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...BYTES), fc.nat(), fc.nat(), async (place, row, byte) => {
        const told = await intruder.tamper(flipByte(place, row, byte));
        expect(told.broken.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is not claimed', () => {
  test('entries that no checkpoint vouches for yet can be cut off unseen', async () => {
    const told = await intruder.tamper(
      sql(
        [
          'delete from baton.record_content where subject = $1 and number = $2',
          scene.notebook,
          lastOf(scene),
        ],
        ['delete from baton.record_entry where subject = $1 and number = $2', scene.notebook, lastOf(scene)],
      ),
      scene.kept,
    );
    expect(told.broken).toEqual([]);
    expect(told.unsigned).not.toContainEqual({ subject: scene.notebook, entries: 1 });
  });

  test('content that is gone altogether is an erasure: the chain still verifies, and it is counted', async () => {
    const told = await intruder.tamper(
      sql(['delete from baton.record_content where subject = $1', scene.deal]),
      scene.kept,
    );
    expect(told.broken).toEqual([]);
    expect(told.erased).toBe(5);
  });
});

describe('notes that are shown from outside', () => {
  test('are told apart from what this workspace signed', async () => {
    const seal = new Uint8Array(32);
    const elsewhere = signCheckpoint(SIGNER, { origin: originOf('another', 'workspace'), number: 1, seal });
    const told = await intruder.tamper(nothing, [elsewhere, 'no note at all']);
    expect(told.broken.map((each) => each.code)).toEqual(['checkpoint.foreign', 'checkpoint.foreign']);
  });
});

describe('the triggers', () => {
  const change = `update baton.record_entry set actor = 'baton'`;

  test.each([
    change,
    'delete from baton.record_entry',
    'truncate baton.record_entry',
    `update baton.record_content set text = '{}'`,
    'delete from baton.record_content',
    'truncate baton.record_content',
    'delete from baton.checkpoint',
    'truncate baton.checkpoint',
  ])('refuse a superuser: %s', async (statement) => {
    expect(await intruder.refused(sql([statement]))).toContain('keeps what happened');
  });

  test('are not passed by a session that calls itself a replica', async () => {
    const told = await intruder.refused(async (client) => {
      await client.query('set local session_replication_role = replica');
      await client.query(change);
    });
    expect(told).toContain('record_entry keeps what happened, so update is refused.');
  });
});

function lastOf({ lengths, notebook }: Scene): number {
  return lengths.get(notebook) ?? 0;
}

const BYTES = [
  ['record_entry', 'digest'],
  ['record_entry', 'seal'],
  ['record_entry', 'kind'],
  ['record_entry', 'actor'],
  ['record_entry', 'occurred_at'],
  ['record_content', 'salt'],
  ['record_content', 'text'],
  ['checkpoint', 'note'],
  ['arrival', 'sealed'],
  ['arrival', 'wrapped_key'],
  ['arrival', 'sha256'],
  ['arrival', 'content_hash'],
  ['arrival_part', 'sealed'],
  ['arrival_part', 'sha256'],
  ['delivery', 'sealed'],
] as const;

function flipByte([table, column]: (typeof BYTES)[number], row: number, byte: number) {
  const isText = ['kind', 'actor', 'occurred_at', 'text', 'note'].includes(column);
  // Of text one letter gives way to another, so that the database still takes it for UTF-8.
  const change = isText
    ? `overlay(${column} placing case substr(${column}, $2::int % length(${column}) + 1, 1) when 'x' then 'y' else 'x' end
               from $2::int % length(${column}) + 1 for 1)`
    : `set_byte(${column}, $2::int % length(${column}), get_byte(${column}, $2::int % length(${column})) # 1)`;
  return sql([
    `update baton.${table} set ${column} = ${change}
      where ctid = (select ctid from baton.${table} order by ctid
                     offset $1::bigint % (select count(*) from baton.${table}) limit 1)`,
    row,
    byte,
  ]);
}
