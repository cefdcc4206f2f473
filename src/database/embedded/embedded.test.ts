import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Embedded, openEmbedded } from '#database/embedded/embedded.js';
import { findFolders, prepareFolders } from '#database/embedded/folders.js';
import { findProgram, locate } from '#database/embedded/program.js';
import { running } from '#database/embedded/running.js';
import { serverUser } from '#database/embedded/server-user.js';
import { openClient, openPool } from '#database/pool.js';
import { holdHome } from '../../../test/setup/holder.js';
import { silent } from '../../../test/setup/silence.js';

const asRoot = process.getuid?.() === 0;
const open = (home: string, beside: 'refuse' | 'join' = 'refuse') =>
  openEmbedded({ home, log: silent, beside });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-embedded-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown> {
  const client = await openClient(url, 'test');
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

// A process that nobody reaped yet is not alive.
function lives(pid: number): boolean {
  return running(pid)?.zombie === false;
}

describe('one home', () => {
  let home: string;
  let embedded: Embedded | null = null;
  beforeAll(async () => {
    home = join(folder, 'home');
    // Only its owner may enter, as a careful administrator would make it; and no locale in the environment.
    mkdirSync(home, { mode: 0o700 });
    const first = await holdHome(home, { environment: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C' } });
    await ask(first.url, 'create table kept (word text)');
    expect(await first.end('SIGTERM')).toBe(0);
    expect(lives(first.postgres)).toBe(false);
  });
  afterEach(async () => {
    await embedded?.close();
    embedded = null;
  });

  test('a line of the log names each thing once: the process that writes it is not the server', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    embedded = await openEmbedded({ home, log, beside: 'refuse' });
    expect(lines.some((line) => line.includes('The embedded database was'))).toBe(true);
    for (const line of lines) {
      const names = [...line.matchAll(/[{,]"(\w+)":/g)].map((match) => match[1]);
      expect(names, line).toEqual([...new Set(names)]);
    }
  });

  test('the database is UTF-8 with checksums and synced commits, whatever the locale', async () => {
    embedded = await open(home);
    expect(await ask(embedded.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(embedded.url, 'show data_checksums')).toBe('on');
    expect(await ask(embedded.url, 'show fsync')).toBe('on');
    expect(await ask(embedded.url, 'show synchronous_commit')).toBe('on');
    expect(await ask(embedded.url, "select upper('señal')")).toBe('SEÑAL');
    expect(await ask(embedded.url, 'show listen_addresses')).toBe('');
  });

  test("only Baton's user and the server's may enter the data and the socket", async () => {
    embedded = await open(home);
    expect(statSync(embedded.dataFolder).mode & 0o077).toBe(0);
    expect(statSync(join(home, 'socket')).mode & 0o077).toBe(0);
    expect(statSync(home).mode & 0o067).toBe(0);
  });

  test('a second start is refused and names the first, its start and its address', async () => {
    const first = await holdHome(home);
    await expect(open(home)).rejects.toMatchObject({
      code: 'home.in-use',
      message: expect.stringMatching(new RegExp(`process ${first.pid}, since 20.*http://localhost:4711`)),
    });
    expect(await ask(first.url, 'select 1')).toBe(1);
    const joined = await open(home, 'join');
    expect(await ask(joined.url, 'select 2')).toBe(2);
    await joined.close();
    expect(await ask(first.url, 'select 3')).toBe(3);
    expect(await first.end('SIGTERM')).toBe(0);
  });

  test('three Batons that start at once on one home: one of them runs', async () => {
    // The lock of a Baton that is gone invites all three to clear it away.
    writeFileSync(
      join(home, 'baton.lock'),
      JSON.stringify({ pid: 1, started: 'before', since: '', address: null }),
    );
    const starts = await Promise.allSettled([holdHome(home), holdHome(home), holdHome(home)]);
    const holders = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    expect(holders).toHaveLength(1);
    expect(starts.flatMap((start) => (start.status === 'rejected' ? [start.reason.message] : []))).toEqual([
      'home.in-use',
      'home.in-use',
    ]);
    for (const holder of holders) await holder.end('SIGTERM');
  });

  test('after Baton was killed its server lives on, and the next start takes it over', async () => {
    const first = await holdHome(home);
    await ask(first.url, "insert into kept values ('acknowledged')");
    await first.end('SIGKILL');
    expect(lives(first.postgres)).toBe(true);
    embedded = await open(home);
    expect(embedded.pid()).toBe(first.postgres);
    expect(await ask(embedded.url, "select count(*)::int from kept where word = 'acknowledged'")).toBe(1);
    await embedded.close();
    embedded = null;
    expect(lives(first.postgres)).toBe(false);
  });

  test('a server that is just shutting down is waited for, and a new one started', async () => {
    const first = await holdHome(home);
    await first.end('SIGKILL');
    process.kill(first.postgres, 'SIGINT');
    embedded = await open(home);
    expect(await ask(embedded.url, 'select 1')).toBe(1);
    expect(embedded.pid()).not.toBe(first.postgres);
  });

  test('after Baton and its server were both killed, the next start recovers what was acknowledged', async () => {
    const first = await holdHome(home);
    await ask(first.url, "insert into kept values ('before the crash')");
    process.kill(first.postgres, 'SIGKILL');
    await first.end('SIGKILL');
    embedded = await open(home);
    expect(await ask(embedded.url, "select count(*)::int from kept where word = 'before the crash'")).toBe(1);
  });

  test('a server that dies under a living Baton is started again, and the pool goes on', async () => {
    embedded = await open(home);
    const pool = openPool({ url: embedded.url, size: 3, name: 'test', log: silent });
    await Promise.all([1, 2, 3].map(() => pool.query('select pg_sleep(0.01)')));
    const killed = embedded.pid() ?? 0;
    process.kill(killed, 'SIGKILL');
    await pause(20);
    let answered = false;
    for (let attempt = 0; attempt < 100 && !answered; attempt += 1) {
      answered = await pool.query('select 1').then(
        () => true,
        () => false,
      );
      if (!answered) await pause(100);
    }
    expect(answered).toBe(true);
    expect(embedded.pid()).not.toBe(killed);
    await pool.end();
  });

  test("a stale note that names a stranger's process does not keep the server from starting", async () => {
    const stranger = spawn('sleep', ['60'], asRoot ? { uid: 65534, gid: 65534 } : {});
    writeFileSync(
      join(home, 'postgres', 'postmaster.pid'),
      `${stranger.pid}\n${join(home, 'postgres')}\n1764000000\n5432\n${join(home, 'socket')}\n\n  1 2\nready   \n`,
    );
    embedded = await open(home);
    expect(await ask(embedded.url, 'select 1')).toBe(1);
    stranger.kill();
  });

  test('a home whose lock names a number that now belongs to another process can be taken', async () => {
    const holder = {
      pid: process.ppid,
      started: 'another boot/1',
      since: '2026-01-01T00:00:00.000Z',
      address: null,
    };
    writeFileSync(join(home, 'baton.lock'), JSON.stringify(holder));
    embedded = await open(home);
    expect(JSON.parse(readFileSync(join(home, 'baton.lock'), 'utf8')).pid).toBe(process.pid);
  });

  test('data of another major version are refused in a sentence and left alone', async () => {
    const version = join(home, 'postgres', 'PG_VERSION');
    writeFileSync(version, '17\n');
    await expect(open(home)).rejects.toMatchObject({ code: 'database.other-major' });
    expect(readFileSync(version, 'utf8')).toBe('17\n');
    writeFileSync(version, '18\n');
  });

  test('a server that cannot start says why', async () => {
    const settings = join(home, 'postgres', 'postgresql.auto.conf');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, 'max_connections = many\n');
    await expect(open(home)).rejects.toMatchObject({
      code: 'database.start-failed',
      message: expect.stringContaining('contains errors'),
    });
    writeFileSync(settings, before);
    embedded = await open(home);
  });
});

test('a home deeper than a socket path may be gets its socket in a short folder', async () => {
  const deep = join(folder, 'a-folder-with-a-long-name-'.repeat(4), 'home');
  const folders = findFolders(deep);
  expect(folders.socket.length).toBeLessThan(90);
  prepareFolders(serverUser(), folders);
  expect(statSync(folders.socket).mode & 0o077).toBe(0);
  rmSync(folders.socket, { recursive: true });
});

describe.runIf(asRoot)('as root', () => {
  test("a home below a folder that the server's user cannot enter is refused in a sentence", async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    await expect(open(join(closed, 'home'))).rejects.toMatchObject({
      code: 'home.not-reachable',
      message: expect.stringContaining(`chmod o+x ${closed}`),
    });
  });

  test('an ordinary user runs it without root, and cannot take what root made', async () => {
    const own = join(folder, 'own');
    mkdirSync(own, { mode: 0o700 });
    chownSync(own, 1, 1);
    const environment = { PATH: process.env.PATH, TMPDIR: own };
    const clone = folder;
    const holder = await holdHome(own, { environment, uid: 1, clone });
    expect(statSync(join(own, 'postgres')).uid).toBe(1);
    expect(await holder.end('SIGTERM')).toBe(0);
    await expect(holdHome(join(folder, 'home'), { environment, uid: 1, clone })).rejects.toThrow(
      'home.not-allowed',
    );
  });

  test('a clone made with umask 077, without install scripts, runs from a copy', () => {
    const clone = join(folder, 'clone');
    const { native, version } = locate();
    cpSync(native, clone, { recursive: true, verbatimSymlinks: true });
    execFileSync('find', [clone, '-type', 'l', '-delete']);
    execFileSync('chmod', ['-R', 'go-rwx', clone]);
    const user = serverUser();
    const folders = findFolders(join(folder, 'copied'));
    prepareFolders(user, folders);
    const program = findProgram(user, folders.home, { native: clone, version });
    rmSync(clone, { recursive: true });
    expect(program.postgres.startsWith(folders.home)).toBe(true);
    // The libraries are found and may be read by the server's user, which is not this one.
    for (const command of [program.postgres, program.initdb]) {
      const said = execFileSync(command, ['--version'], { ...user, env: program.environment, cwd: '/' });
      expect(said.toString()).toContain('PostgreSQL) 18.4');
    }
    expect(
      statSync(join(folders.home, `postgres-${version}`, 'share', 'postgresql', 'postgres.bki')).mode & 0o004,
    ).toBe(4);
  });

  test('a full disk is named', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk, { mode: 0o755 });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=755', 'tmpfs', disk]);
    try {
      await expect(open(join(disk, 'home'))).rejects.toMatchObject({ code: 'disk.full', retry: 'later' });
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});
