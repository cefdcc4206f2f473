import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { PassThrough, Transform, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import {
  BACKUP_FORMAT,
  type Closing,
  END_OF_ROWS,
  type Opening,
  type Progress,
  type Section,
  type Tally,
} from '#database/backup-file.js';
import { type Table, tablesToKeep } from '#database/backup-tables.js';
import { copyOut } from '#database/copy.js';
import type { Ground } from '#database/ground.js';
import { Fault } from '#domain/fault.js';

export type BackupReport = {
  readonly tables: readonly Tally[];
  readonly bytes: number;
  /** Of the file, hex. */
  readonly sha256: string;
};

/**
 * Writes everything that a Baton keeps in its database, as of one moment, into one file (0600), while it serves
 * on. Not in it: the key file, without which arrivals stay closed, and the queue's jobs, which errands make again.
 */
export async function backup(
  ground: Ground,
  file: string,
  now: string,
  progress: Progress = () => undefined,
): Promise<BackupReport> {
  const partial = `${file}.partial`;
  const client = await ground.asOwner();
  try {
    const text = new PassThrough({ highWaterMark: 1024 * 1024 });
    // Level 1: the disk is the limit, and arrivals are encrypted and do not shrink anyway.
    const written = pipeline(text, createGzip({ level: 1 }), createWriteStream(partial, { mode: 0o600 }));
    const writing = write(client, text, now, progress).catch((error: Error) => {
      text.destroy(error);
      throw error;
    });
    const [tables] = await Promise.all([writing, written]);
    settle(partial, file);
    return { tables, bytes: statSync(file).size, sha256: await sha256Of(file) };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error instanceof Fault ? error : failed(error);
  } finally {
    await client.end();
  }
}

async function write(
  client: Client,
  text: Writable,
  now: string,
  progress: Progress,
): Promise<readonly Tally[]> {
  await client.query('begin isolation level repeatable read read only');
  const opening = await client.query<Omit<Opening, 'format' | 'madeAt'>>(
    `select current_setting('server_version') as "serverVersion", max(created_at)::float8 as migration from migrations.migration`,
  );
  say(text, { format: BACKUP_FORMAT, madeAt: now, ...opening.rows[0] });
  const workspaces = await client.query<{ id: string }>('select id from auth.workspace order by id');
  const tables = await tablesToKeep(client);
  const tallies: Tally[] = [];
  for (const [done, table] of tables.entries()) {
    progress({ table: table.name, done, of: tables.length });
    tallies.push(
      await writeTable(
        client,
        text,
        table,
        workspaces.rows.map((row) => row.id),
      ),
    );
  }
  say(text, { closing: tallies } satisfies Closing);
  text.end();
  await client.query('commit');
  return tallies;
}

/**
 * Row level security binds the owner too, and a COPY of a guarded table without a workspace would answer
 * nothing and no error: so each workspace is entered in turn.
 */
async function writeTable(
  client: Client,
  text: Writable,
  table: Table,
  workspaces: readonly string[],
): Promise<Tally> {
  const { name, columns, key } = table;
  say(text, { table: name, columns } satisfies Section);
  const hash = createHash('sha256');
  const order = key.length === 0 ? '' : ` order by ${key.join(', ')}`;
  const copy = `copy (select ${columns.join(', ')} from ${name}${order}) to stdout`;
  let rows = 0;
  for (const workspace of table.guarded ? workspaces : [null]) {
    await client.query(`select set_config('app.workspace', $1, true)`, [workspace ?? '']);
    const counted = hashing(hash);
    counted.pipe(text, { end: false });
    rows += await copyOut(client, copy, counted);
    counted.end();
    await finished(counted);
  }
  await tell(text, `${END_OF_ROWS}\n`);
  return { table: name, rows, sha256: hash.digest('hex') };
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk);
      next(null, chunk);
    },
  });
}

function say(text: Writable, value: unknown): void {
  text.write(`${JSON.stringify(value)}\n`);
}

async function tell(text: Writable, line: string): Promise<void> {
  if (!text.write(line)) await new Promise((resolve) => text.once('drain', resolve));
}

/** Under its name only once it is whole and on the disk. */
function settle(partial: string, file: string): void {
  const descriptor = openSync(partial, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(partial, file);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function failed(cause: unknown): Fault {
  const full = (cause as { code?: unknown }).code === 'ENOSPC';
  const because = full
    ? 'The disk is full, so no backup was made.'
    : `The backup could not be made: ${cause instanceof Error ? cause.message : 'no reason given'}.`;
  return new Fault(full ? 'disk.full' : 'backup.failed', because, { retry: 'later', cause });
}
