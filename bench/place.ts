import { randomBytes } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Room } from '#actions/perform.js';
import { type Ground, openGround } from '#database/ground.js';
import { mintId } from '#domain/id.js';
import { freshSalt } from '#record/salt.js';
import { Memory } from '#views/memory.js';

/** A log that says nothing. */
export const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export type Place = {
  readonly home: string;
  readonly ground: Ground;
  /** A room as a server has it; each call makes one with a memory of its own. */
  room(): Room;
  close(): Promise<void>;
};

/** An embedded database in a temporary folder, with as many connections as a server has, and a workspace on it. */
export async function openPlace(): Promise<Place> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'baton-bench-')));
  const secret = randomBytes(32).toString('hex');
  const ground = await openGround({
    home,
    databaseUrl: null,
    appUrl: null,
    authUrl: null,
    secret,
    reduced: false,
    log: silent,
  });
  const wrap = randomBytes(32);
  return {
    home,
    ground,
    room: () => ({
      pool: ground.app,
      workspace: '11111111-2222-4333-8444-555555555555',
      wrap,
      memory: new Memory(),
      mint: mintId,
      salt: freshSalt,
      now: () => new Date().toISOString(),
      committed: () => undefined,
    }),
    close: async () => {
      await ground.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
