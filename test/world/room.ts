import { createHash } from 'node:crypto';
import type { Room } from '#actions/perform.js';
import type { Id, Mint, Named } from '#domain/id.js';
import { Memory } from '#views/memory.js';
import type { FreshDatabase } from '../setup/database.js';

export const WORKSPACE = '11111111-2222-4333-8444-555555555555';
export const DANA: Id<'person'> = 'person_00000000000000000000000dan';
export const MARCUS: Id<'person'> = 'person_00000000000000000000000mar';
export const WRAP: Uint8Array = createHash('sha256').update('wrap').digest();

/** Ids that are counted: the same in every run. `server` keeps those of two servers apart. */
export function countingMint(server = '0'): Mint {
  let count = 0;
  return <N extends Named>(named: N): Id<N> => {
    count += 1;
    return `${named}_${server}${String(count).padStart(25, '0')}`;
  };
}

type Options = {
  readonly workspace?: string;
  /** One letter. Two rooms with different ones on one database are two servers: each has a memory of its own. */
  readonly server?: string;
};

/** A room on a real database whose ids, salts and clock are the same in every run. */
export function testRoom(database: FreshDatabase, start = '2026-03-05T21:44:00.000Z', options: Options = {}) {
  let now = start;
  const told: string[][] = [];
  const room: Room = {
    pool: database.app,
    workspace: options.workspace ?? WORKSPACE,
    wrap: WRAP,
    memory: new Memory(),
    mint: countingMint(options.server),
    salt: (subject, number) => createHash('sha256').update(`${subject} ${number}`).digest().subarray(0, 16),
    now: () => now,
    committed: (subjects) => told.push([...subjects]),
  };
  return { room, told, at: (instant: string) => (now = new Date(instant).toISOString()) };
}
