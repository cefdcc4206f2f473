import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { openToAll } from './open-clone.js';

export type Holder = {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The database server's process. */
  readonly postgres: number;
  readonly url: string;
  /** Sends a signal and waits for the end; resolves to the exit code, null after a signal that was not caught. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** Another process that runs the embedded database of a home, as a second Baton on this machine would. */
export async function holdHome(
  home: string,
  options: { readonly environment?: NodeJS.ProcessEnv; readonly uid?: number; readonly clone?: string } = {},
): Promise<Holder> {
  // Another user may not enter the clone: a machine that tests may hold it where root alone can read.
  const clone =
    options.uid === undefined ? resolve(import.meta.dirname, '../..') : openToAll(options.clone ?? home);
  const script = join(clone, 'test/setup/hold-home.ts');
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', script, home], {
    cwd: clone,
    env: options.environment ?? process.env,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const said = JSON.parse(line.toString()) as { postgres: number; url: string; fault?: string };
  if (said.fault !== undefined) throw new Error(said.fault);
  return {
    child,
    pid: child.pid ?? 0,
    postgres: said.postgres,
    url: said.url,
    end: async (signal) => {
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}
