import { createHash } from 'node:crypto';
import { Memory } from '#views/memory.js';
import type { Room } from '#actions/perform.js';
import type { Id, Named } from '#domain/id.js';
import type { FreshDatabase } from '../setup/database.js';

export const WORKSPACE = '11111111-2222-4333-8444-555555555555';
export const DANA: Id<'person'> = 'person_00000000000000000000000dan';
export const MARCUS: Id<'person'> = 'person_00000000000000000000000mar';

/** A room on a real database whose ids, salts and clock are the same in every run. */
export function testRoom(database: FreshDatabase, start = '2026-03-05T21:44:00.000Z') {
  let now = start;
  let count = 0;
  const told: string[][] = [];
  const room: Room = {
    pool: database.app,
    workspace: WORKSPACE,
    wrap: createHash('sha256').update('wrap').digest(),
    memory: new Memory(),
    mint: <N extends Named>(named: N): Id<N> => {
      count += 1;
      return `${named}_${String(count).padStart(26, '0')}`;
    },
    salt: (subject, number) => createHash('sha256').update(`${subject} ${number}`).digest().subarray(0, 16),
    now: () => now,
    committed: (subjects) => told.push([...subjects]),
  };
  return { room, told, at: (instant: string) => (now = new Date(instant).toISOString()) };
}
