import { createRequire } from 'node:module';
import type { Client } from 'pg';
import pg from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';

/** pg-boss keeps its tables apart: they have no workspace, so what stands in them is ids alone. */
export const QUEUE_SCHEMA = 'jobs';

// The package names its schema's version here and nowhere else.
const manifest = createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } };

/**
 * Makes or upgrades the queue's tables, as the owner, and lets the app read and write rows in them: so the
 * server that serves needs no right to change a schema. Call it under the lock of the migrations.
 */
export async function installQueue(owner: Client, appRole: string): Promise<void> {
  const version = await installedVersion(owner);
  if (version === manifest.pgboss.schema) return;
  // Both scripts bring their own BEGIN and COMMIT.
  await owner.query(
    version === null ? getConstructionPlans(QUEUE_SCHEMA) : getMigrationPlans(QUEUE_SCHEMA, version),
  );
  const app = pg.escapeIdentifier(appRole);
  await owner.query(
    `grant usage on schema ${QUEUE_SCHEMA} to ${app};
     grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${app};`,
  );
}

async function installedVersion(owner: Client): Promise<number | null> {
  const there = await owner.query<{ there: boolean }>(
    `select to_regclass('${QUEUE_SCHEMA}.version') is not null as there`,
  );
  if (there.rows[0]?.there !== true) return null;
  const found = await owner.query<{ version: number }>(`select version from ${QUEUE_SCHEMA}.version`);
  return found.rows[0]?.version ?? null;
}
