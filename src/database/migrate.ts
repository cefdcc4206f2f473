import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { openClient } from '#database/pool.js';
import { installQueue } from '#database/queue-schema.js';
import { sqlState } from '#database/sql-state.js';
import { Fault } from '#domain/fault.js';

/** Two folders up both from src/database and from dist/database. */
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

// Any number that no other user of this database takes: "baton" in ASCII.
const MIGRATION_LOCK = '422558494574';

export type Migration = {
  /** The owner's URL, not through a pooler: the lock belongs to the session. */
  readonly ownerUrl: string;
  readonly appRole: string;
  readonly authRole: string;
};

/**
 * Brings the database up to date, as its owner. Any number of servers may start at once: one migrates, the
 * others wait. A database that a newer Baton has migrated is refused, because this one would misread it.
 */
export async function migrateDatabase(migration: Migration): Promise<void> {
  const client = await openClient(migration.ownerUrl, 'baton migrate');
  try {
    // Drizzle takes no lock of its own, and three starters would trip over each other's CREATE statements.
    await client.query('select pg_advisory_lock($1::bigint)', [MIGRATION_LOCK]);
    await client.query(
      `select set_config('search_path', 'baton', false), set_config('baton.app_role', $1, false), set_config('baton.auth_role', $2, false)`,
      [migration.appRole, migration.authRole],
    );
    await refuseNewer(client);
    await migrate(drizzle(client), {
      migrationsFolder: MIGRATIONS,
      migrationsSchema: 'migrations',
      migrationsTable: 'migration',
    });
    await installQueue(client, migration.appRole);
  } catch (error) {
    throw error instanceof Fault
      ? error
      : new Fault('database.migration-failed', failure(error), { retry: 'never', cause: error });
  } finally {
    await client.end();
  }
}

async function refuseNewer(client: Client): Promise<void> {
  const known = await client.query<{ there: boolean }>(
    `select to_regclass('migrations.migration') is not null as there`,
  );
  if (known.rows[0]?.there !== true) return;
  const last = await client.query<{ at: string | null }>(
    'select max(created_at)::text as at from migrations.migration',
  );
  const ours = Math.max(...journal().map((entry) => entry.when));
  if (Number(last.rows[0]?.at ?? 0) <= ours) return;
  const because =
    'This database was migrated by a newer Baton. Start that version, or restore a backup that is older.';
  throw new Fault('database.newer', because, { retry: 'never' });
}

/** The migrations in their order, as drizzle reads them. */
export function journal(): readonly { readonly when: number; readonly tag: string }[] {
  const text = readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8');
  return (JSON.parse(text) as { entries: { when: number; tag: string }[] }).entries;
}

// Drizzle's own message holds the whole statement; the server's one says what is wrong with it.
function failure(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const said = cause instanceof Error ? cause.message : String(cause);
  return `The database could not be brought up to date: ${said} (${sqlState(error) ?? 'no SQLSTATE'}).`;
}
