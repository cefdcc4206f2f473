import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient } from '#database/pool.js';
import { type DebianServer, startDebianServer } from './debian-server.js';

const ROOT = resolve(import.meta.dirname, '../..');

// The stores' own tests, and two whole servers from a mail by SMTP to a deal that is taken.
const STORES = [
  'src/actions/perform.test.ts',
  'src/actions/perform-together.test.ts',
  'src/worker/keep.test.ts',
  'src/worker/read.test.ts',
  'src/database/errand.test.ts',
  'src/database/workspace.test.ts',
  'src/access/sign-in.test.ts',
  'test/crash/two-servers.test.ts',
];

type Report = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

let server: DebianServer;
let report: Report;

beforeAll(async () => {
  server = await startDebianServer();
  report = await runOn(server.url);
}, 180_000);
afterAll(() => server?.stop());

/** Runs the tests in a vitest of their own, which finds its server by DATABASE_URL. */
async function runOn(url: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-report-'));
  try {
    const file = join(folder, 'report.json');
    const words = ['run', '--reporter=json', `--outputFile=${file}`, ...STORES];
    const others = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|BATON_)/.test(name));
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...words], {
      cwd: ROOT,
      env: { ...Object.fromEntries(others), DATABASE_URL: url },
      stdio: 'ignore',
    });
    await once(child, 'close');
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the server is a PostgreSQL 15 of Debian', async () => {
  const client = await openClient(server.url, 'baton test');
  const { rows } = await client.query<{ version: string }>('select version()');
  await client.end();
  expect(rows[0]?.version).toMatch(/^PostgreSQL 15\..*Debian/);
});

test.each(STORES)('%s holds on it', (file) => {
  const found = report.testResults.find((each) => each.name.endsWith(file));
  const failed = found?.assertionResults.filter((each) => each.status !== 'passed') ?? [];
  expect(failed.map((each) => `${each.fullName}: ${each.failureMessages.join('\n')}`)).toEqual([]);
  expect({ status: found?.status, message: found?.message }).toEqual({ status: 'passed', message: '' });
  expect(found?.assertionResults.length).toBeGreaterThan(0);
});
