import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
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
import { advanceSequences, type Table, tablesToKeep } from '#database/backup-tables.js';
import { copyIn } from '#database/copy.js';
import type { Ground } from '#database/ground.js';
import { Lines } from '#database/lines.js';
import { journal } from '#database/migrate.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';

export type RestoreReport = {
  readonly madeAt: string;
  readonly tables: readonly Tally[];
  /** Errands that wait for a person: what they would send may have been sent after the backup. */
  readonly held: number;
  /** The backup is of an older Baton: rebuild the views afterwards. */
  readonly older: boolean;
};

/**
 * Fills an empty, migrated database from a backup: all of it or nothing, and only what the file's own sums
 * confirm. A database that holds anything, a newer backup and a damaged one are refused, and so is what `check`
 * refuses, which looks at the filled tables before the commit.
 */
export async function restore(
  ground: Ground,
  file: string,
  progress: Progress = () => undefined,
  check: (client: Client) => Promise<Refusal | null> = async () => null,
): Promise<RestoreReport | Refusal> {
  // `pipeline` carries an error of the file on to whoever reads the lines.
  const lines = new Lines(pipeline(createReadStream(file), createGunzip(), () => undefined));
  const client = await ground.asOwner();
  try {
    await client.query('begin');
    const report = await fill(client, lines, progress, check).catch((error) => damagedOr(error));
    await client.query(isRefusal(report) ? 'rollback' : 'commit');
    if (!isRefusal(report)) await client.query('analyze');
    return report;
  } finally {
    lines.close();
    await client.end();
  }
}

async function fill(
  client: Client,
  lines: Lines,
  progress: Progress,
  check: (client: Client) => Promise<Refusal | null>,
): Promise<RestoreReport | Refusal> {
  const opening = parse<Opening>(await lines.line());
  if (opening?.format !== BACKUP_FORMAT)
    return refuse('backup.unknown', 'This file is not a backup of Baton.');
  const newest = Math.max(...journal().map((entry) => entry.when));
  if (opening.migration > newest) {
    return refuse('backup.newer', 'This backup is of a newer Baton. Install that version to restore it.');
  }
  const tables = await tablesToKeep(client);
  const guarded = tables.filter((table) => table.guarded);
  // COPY FROM is not possible under row level security. The owner takes it off within this transaction, which
  // locks the tables, and a crash leaves it on.
  for (const { name } of guarded) await client.query(`alter table ${name} no force row level security`);
  const occupied = await firstOccupied(client, tables);
  if (occupied !== null) {
    return refuse(
      'backup.not-empty',
      `This database holds data already (in ${occupied}). Restore into a new, empty home or database.`,
    );
  }
  const tallies = await fillTables(client, lines, tables, progress);
  if (isRefusal(tallies)) return tallies;
  const refused = await check(client);
  if (refused !== null) return refused;
  await advanceSequences(client, tables);
  const held = await client.query(`update baton.errand set relayed_at = null, not_before = 'infinity'`);
  for (const { name } of guarded) await client.query(`alter table ${name} force row level security`);
  return {
    madeAt: opening.madeAt,
    tables: tallies,
    held: held.rowCount ?? 0,
    older: opening.migration < newest,
  };
}

async function firstOccupied(client: Client, tables: readonly Table[]): Promise<string | null> {
  for (const { name } of tables) {
    const found = await client.query<{ some: boolean }>(`select exists (select 1 from ${name}) as some`);
    if (found.rows[0]?.some === true) return name;
  }
  return null;
}

async function fillTables(
  client: Client,
  lines: Lines,
  tables: readonly Table[],
  progress: Progress,
): Promise<readonly Tally[] | Refusal> {
  const filled: Tally[] = [];
  for (;;) {
    const next = parse<Section & Closing>(await lines.line());
    if (next === null) return damaged();
    if (next.closing !== undefined)
      return JSON.stringify(next.closing) === JSON.stringify(filled) ? filled : damaged();
    const table = tables.find((each) => each.name === next.table);
    const strange = next.columns.filter((column) => table?.columns.includes(column) !== true);
    if (table === undefined || strange.length > 0) {
      return refuse(
        'backup.other-tables',
        `This Baton has no place for ${[next.table, ...strange].join(', ')}. Restore it with the version that made it.`,
      );
    }
    progress({ table: table.name, done: filled.length, of: tables.length });
    filled.push(await fillTable(client, lines, next));
  }
}

async function fillTable(client: Client, lines: Lines, section: Section): Promise<Tally> {
  const hash = createHash('sha256');
  const rows = await copyIn(
    client,
    `copy ${section.table} (${section.columns.join(', ')}) from stdin`,
    lines.until(END_OF_ROWS, (chunk) => hash.update(chunk)),
  );
  return { table: section.table, rows, sha256: hash.digest('hex') };
}

function parse<T>(line: string | null): T | null {
  try {
    return line === null ? null : (JSON.parse(line) as T);
  } catch {
    return null;
  }
}

function damaged(): Refusal {
  return refuse(
    'backup.damaged',
    'This backup is damaged or cut short; nothing was restored. Use another one.',
  );
}

// Zlib names its errors Z_…; a row that COPY cannot read is class 22. Everything else is no statement about the file.
function damagedOr(error: unknown): Refusal {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && /^(Z_|22|ERR_BACKUP)/.test(code)) return damaged();
  if (typeof code === 'string' && /^(ENOENT|EACCES|EISDIR)$/.test(code)) {
    return refuse('backup.not-found', 'There is no such file, or Baton may not read it.');
  }
  throw error;
}
