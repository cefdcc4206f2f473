import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { lookAs } from './visit.js';

/** Each of these starts a whole Baton, or two, on however busy a machine. */
vi.setConfig({ testTimeout: 240_000 });

const ROOT = resolve(import.meta.dirname, '../..');

/** Where these demos keep what they keep for a while; open to PostgreSQL's user, whom root runs it as. */
const folder = mkdtempSync(join(tmpdir(), 'baton-command-'));
chmodSync(folder, 0o755);

const children: ChildProcess[] = [];

// A test that failed half way leaves nobody behind.
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((over) => child.on('close', over));
    child.kill('SIGTERM');
    await gone;
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The folders that demos have made there and not removed. */
function homes(): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('baton-demo-'));
}

type Spawned = {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
};

/** `baton demo` as a process of its own, whose output goes to pipes. */
function spawnDemo(...words: string[]): Spawned {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', 'src/cli/baton.ts', 'demo', ...words],
    {
      cwd: ROOT,
      // A demo must look at none of these: they are of a real installation.
      env: {
        PATH: process.env.PATH,
        TMPDIR: folder,
        BATON_HOME: '/nowhere/at/all',
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
        BATON_BIND: '0.0.0.0',
      },
    },
  );
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    said.out += piece;
  });
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said.err += piece;
  });
  return { child, said, ended: new Promise((over) => child.on('close', over)) };
}

function untilItSays(words: RegExp, { child, said, ended }: Spawned): Promise<void> {
  return new Promise((ready, failed) => {
    child.stdout?.on('data', () => words.test(said.out) && ready());
    void ended.then(() => failed(new Error(`It ended: ${said.out}${said.err}`)));
  });
}

test('npm run demo is quiet in a pipe, says where it is, and forgets everything when it is stopped', async () => {
  const demo = spawnDemo('--port', '0', '--smtp-port', '0');
  await untilItSays(/Ctrl C stops it/, demo);
  expect(demo.said.err).toBe('');
  const url = /Baton is at +(http:\/\/localhost:\d+)/.exec(demo.said.out)?.[1] ?? '';
  const dana = await lookAs(url);
  expect((await dana.get('/api/v1/today')).body.groups.length).toBeGreaterThan(2);
  expect(homes()).toHaveLength(1);
  // In a terminal npm hands the Ctrl C on that the terminal has sent us already.
  for (const wait of [0, 0, 100]) {
    await pause(wait);
    demo.child.kill('SIGINT');
  }
  expect(await demo.ended).toBe(0);
  expect(demo.said.out).toContain('The story is forgotten.');
  expect(homes()).toEqual([]);
});

test('a demo that is stopped while the story comes in ends soon, and leaves nothing', async () => {
  const demo = spawnDemo('--port', '0', '--smtp-port', '0');
  for (const until = Date.now() + 120_000; homes().length === 0 && Date.now() < until; ) await pause(20);
  demo.child.kill('SIGTERM');
  expect(await demo.ended).toBe(0);
  expect(demo.said.out).not.toContain('Baton is at');
  expect(homes()).toEqual([]);
});

test('a folder that holds something is not touched', async () => {
  const home = mkdtempSync(join(folder, 'kept-'));
  writeFileSync(join(home, 'letter.txt'), 'of somebody');
  const demo = spawnDemo('--home', home);
  expect(await demo.ended).toBe(1);
  expect(demo.said.err).toContain('is not empty. The demo begins in a folder of its own');
  expect(readdirSync(home)).toEqual(['letter.txt']);
});

test('a port that is none, and one that is taken, are refused by the name of the option', async () => {
  const none = spawnDemo('--port', 'tomorrow');
  expect(await none.ended).toBe(1);
  expect(none.said.err).toMatch(/^--port is a port from 0 to 65535, and "tomorrow" is none\./);
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const taken = spawnDemo('--port', String(port), '--smtp-port', '0');
  expect(await taken.ended).toBe(1);
  expect(taken.said.err).toContain('Set --port to another.');
  expect(homes()).toEqual([]);
  server.close();
});
