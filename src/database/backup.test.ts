import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BackupReport, backup } from '#database/backup.js';
import { heldErrands, releaseErrands } from '#database/errand.js';
import { openClient } from '#database/pool.js';
import { type RestoreReport, restore } from '#database/restore.js';
import { selfCheck } from '#database/self-check.js';
import { inWorkspace } from '#database/workspace.js';
import { isRefusal } from '#domain/refusal.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';

const HERE = '018f0000-0000-7000-8000-000000000001';
const THERE = '018f0000-0000-7000-8000-000000000002';
const NOW = '2026-12-01T12:00:00.000Z';
const ROWS = 3_000;

let folder: string;
let file: string;
let full: FreshDatabase;
let report: BackupReport;
const empties: FreshDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-backup-'));
  file = join(folder, 'one.baton');
  full = await freshDatabase();
  await full.auth.query('insert into auth.workspace (id, made_at) values ($1, $3), ($2, $3)', [
    HERE,
    THERE,
    NOW,
  ]);
  await full.auth.query(
    `insert into auth."user" (id, name, email, "emailVerified") values ('person_1', E'Zoë "\\\\." O''Neil\\ttab\\nline', 'zoe@host.example', true)`,
  );
  await full.auth.query(
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ('s', now(), 't', now(), 'person_1')`,
  );
  for (const workspace of [HERE, THERE]) {
    await inWorkspace(full.app, workspace, async (tx) => {
      await tx.query(
        `insert into record_entry (workspace, subject, number, kind, recorded_at, occurred_at, actor, digest, seal)
         select $1, 'workspace', n, 'noted', $2::timestamptz, '2026-12-01', 'baton', decode(md5(n::text), 'hex'), '\\x5c2e0a'
           from generate_series(1, ${ROWS}) n`,
        [workspace, NOW],
      );
      await tx.query(
        `insert into errand (workspace, id, kind, subject, detail, not_before, relayed_at)
         values ($1, 'waits', 'send', 'deal_1', '{"mail":"1"}', $2, null), ($1, 'relayed', 'read', 'deal_1', '{}', $2, $2)`,
        [workspace, NOW],
      );
      await tx.query(
        `insert into outgoing_secret (workspace, secret, sealed, kept_at) values ($1, 'secret_1', '\\x5c00ff0a', $2)`,
        [workspace, NOW],
      );
    });
  }
  report = await backup(full, file, NOW);
});
afterEach(async () => {
  await Promise.all(empties.splice(0).map((empty) => empty.drop()));
});
afterAll(async () => {
  await full.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function empty(): Promise<FreshDatabase> {
  const ground = await freshDatabase();
  empties.push(ground);
  return ground;
}

const rowsOf = (tables: BackupReport['tables'], name: string) =>
  tables.find((each) => each.table === name)?.rows;

/** Counts from above row level security. */
async function counts(ground: FreshDatabase): Promise<Record<string, number>> {
  const client = await openClient(ground.url, 'test');
  const tables = report.tables.map((each) => each.table);
  const found: Record<string, number> = {};
  for (const table of tables) {
    found[table] = (await client.query(`select count(*)::int as count from ${table}`)).rows[0].count;
  }
  await client.end();
  return found;
}

test('a backup holds every row of every workspace, though its login is bound by row level security', async () => {
  expect(rowsOf(report.tables, 'baton.record_entry')).toBe(2 * ROWS);
  expect(rowsOf(report.tables, 'baton.outgoing_secret')).toBe(2);
  expect(Object.fromEntries(report.tables.map((each) => [each.table, each.rows]))).toEqual(
    await counts(full),
  );
});

test('the file is for its owner alone, and its sum is the reported one', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(report.sha256);
});

test('equal data make equal text', async () => {
  await backup(full, join(folder, 'two.baton'), NOW);
  expect(gunzipSync(readFileSync(join(folder, 'two.baton'))).equals(gunzipSync(readFileSync(file)))).toBe(
    true,
  );
});

test('what is restored has the same sums, is guarded as before, and sends nothing until a person has looked', async () => {
  const ground = await empty();
  const steps: string[] = [];
  const restored = (await restore(ground, file, (step) => void steps.push(step.table))) as RestoreReport;
  expect(restored).toMatchObject({ madeAt: NOW, held: 4, older: false });
  expect(steps).toEqual(report.tables.map((each) => each.table));
  const again = await backup(ground, join(folder, 'again.baton'), NOW);
  const kept = (tables: BackupReport['tables']) => tables.filter((each) => each.table !== 'baton.errand');
  expect(kept(again.tables)).toEqual(kept(report.tables));
  expect(rowsOf(again.tables, 'baton.errand')).toBe(4);
  expect(await selfCheck(ground.app, ground.auth, 'full')).toEqual([]);
  expect((await ground.app.query('select * from record_entry')).rows).toEqual([]);
  expect(await heldErrands(ground.app, HERE)).toBe(2);
  expect(await inWorkspace(ground.app, HERE, (tx) => releaseErrands(tx, HERE, ['read'], NOW))).toBe(1);
  expect(await heldErrands(ground.app, HERE)).toBe(1);
});

test('a backup made while people write is of one moment', async () => {
  const writing = Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      inWorkspace(full.app, HERE, async (tx) => {
        await tx.query(
          `insert into operation (workspace, operation, body_hash, answer, made_at) values ($1, $2, '\\x00', '{}', now())`,
          [HERE, `operation_${n}`],
        );
        await tx.query(`insert into thread (workspace, message_id, deal) values ($1, $2, 'deal_1')`, [
          HERE,
          `<${n}>`,
        ]);
      }),
    ),
  );
  const meanwhile = await backup(full, join(folder, 'meanwhile.baton'), NOW);
  await writing;
  expect(rowsOf(meanwhile.tables, 'baton.operation')).toBe(rowsOf(meanwhile.tables, 'baton.thread'));
});

describe('nothing is restored', () => {
  let untouched: FreshDatabase;
  beforeAll(async () => {
    untouched = await freshDatabase();
  });
  afterAll(() => untouched.drop());

  async function refusal(ground: FreshDatabase, text: Buffer): Promise<string> {
    const path = join(folder, 'broken.baton');
    writeFileSync(path, text);
    const before = await counts(ground);
    const answer = await restore(ground, path);
    expect(await counts(ground)).toEqual(before);
    expect(await selfCheck(ground.app, ground.auth, 'full')).toEqual([]);
    return isRefusal(answer) ? answer.refused : 'restored';
  }
  const whole = () => readFileSync(file);
  const text = () => gunzipSync(whole());

  test('into a database that holds anything, even where row level security hides it', async () => {
    const ground = await empty();
    await inWorkspace(ground.app, HERE, (tx) =>
      tx.query(`insert into thread (workspace, message_id, deal) values ($1, '<1>', 'deal_1')`, [HERE]),
    );
    expect(await refusal(ground, whole())).toBe('backup.not-empty');
  });

  test.each<[string, () => Buffer, string]>([
    ['from a file whose end is missing', () => whole().subarray(0, whole().length - 2_000), 'backup.damaged'],
    [
      'from one that was cut between two tables',
      () => gzipSync(text().subarray(0, text().indexOf('{"closing"'))),
      'backup.damaged',
    ],
    [
      'from one with a byte changed',
      () => gzipSync(Buffer.from(text().toString().replace('\tnoted\t', '\tnotep\t'))),
      'backup.damaged',
    ],
    [
      'from one with a row left out',
      () =>
        gzipSync(
          Buffer.from(
            text()
              .toString()
              .replace(/\n[^\n]+\tworkspace\t7\t[^\n]+/, ''),
          ),
        ),
      'backup.damaged',
    ],
    [
      'from one with a garbled row',
      () => gzipSync(Buffer.from(text().toString().replace('\tworkspace\t7\t', '\tworkspace\tseven\t'))),
      'backup.damaged',
    ],
    [
      'from one with a broken zip',
      () => Buffer.concat([whole().subarray(0, 500), Buffer.alloc(100), whole().subarray(600)]),
      'backup.damaged',
    ],
    ['from something else', () => gzipSync('hello\n'), 'backup.unknown'],
    [
      'from a newer Baton',
      () =>
        gzipSync(
          Buffer.from(
            text()
              .toString()
              .replace(/"migration":\d+/, `"migration":${Date.UTC(2100, 0)}`),
          ),
        ),
      'backup.newer',
    ],
  ])('%s', async (_, broken, code) => {
    expect(await refusal(untouched, broken())).toBe(code);
  });
});

test('a backup that is not there is refused in a sentence', async () => {
  const ground = await empty();
  expect(await restore(ground, join(folder, 'nothing.baton'))).toMatchObject({ refused: 'backup.not-found' });
});

test('a backup that cannot be written leaves no half file', async () => {
  const nowhere = join(folder, 'missing', 'backup.baton');
  await expect(backup(full, nowhere, NOW)).rejects.toMatchObject({ code: 'backup.failed' });
});
