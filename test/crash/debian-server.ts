import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openClient } from '#database/pool.js';
import { socketUrl } from '#database/url.js';

const PROGRAMS = '/usr/lib/postgresql/15/bin';

// "nobody": where Debian's own user was not made, any user but root will do.
const NOBODY = 65_534;

export type DebianServer = { readonly url: string; stop(): Promise<void> };

/**
 * Debian's PostgreSQL 15 on data of its own in a temporary folder, behind a unix socket, as a user who is not
 * root. Throws a sentence that says what to install where it is missing.
 */
export async function startDebianServer(): Promise<DebianServer> {
  if (!existsSync(join(PROGRAMS, 'postgres')))
    throw new Error(
      'PostgreSQL 15 is missing. As root on Debian 12: apt-get update && apt-get install postgresql-15',
    );
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'baton-debian-')));
  const user = whoRuns();
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')];
  for (const each of [folder, data, socket]) {
    mkdirSync(each, { recursive: true });
    chmodSync(each, 0o700);
    if (user !== null) chownSync(each, user.uid, user.gid);
  }
  const who = user ?? {};
  const options = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(PROGRAMS, 'initdb'), ['-D', data, ...options], { ...who, cwd: folder, stdio: 'pipe' });
  const server = spawn(
    join(PROGRAMS, 'postgres'),
    ['-D', data, '-k', socket, '-c', 'listen_addresses=', '-c', 'max_connections=200'],
    { ...who, cwd: data, stdio: 'ignore' },
  );
  const url = socketUrl(socket, 'postgres', 'postgres');
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** Null where whoever runs the tests is not root and can run it themselves. */
function whoRuns(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (what: string) =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return { uid: NOBODY, gid: NOBODY };
  }
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await (await openClient(url, 'baton test')).end();
      return;
    } catch (error) {
      if (server.exitCode !== null || tries > 200) throw error;
      await pause(50);
    }
  }
}
