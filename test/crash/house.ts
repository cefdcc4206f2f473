import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { workingIn } from '#database/embedded/running.js';
import { freePort } from './free-port.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_WITHIN = 60_000;

/** Which Baton is run: the sources as they stand, or what `npm run build` made of them. */
export type Made = 'source' | 'built';

/** A Baton of its own: a home in a temporary folder, free ports, and a process that can be killed. */
export class House {
  readonly home = realpathSync(mkdtempSync(join(tmpdir(), 'baton-crash-')));
  readonly web: number;
  readonly smtp: number;
  readonly #made: Made;
  readonly #settings: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;

  private constructor(made: Made, settings: NodeJS.ProcessEnv, web: number, smtp: number) {
    this.#made = made;
    this.#settings = settings;
    this.web = web;
    this.smtp = smtp;
  }

  /** `settings` are further ones, BATON_ROLES for example. */
  static async build(made: Made, settings: NodeJS.ProcessEnv = {}): Promise<House> {
    return new House(made, settings, await freePort(), await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.web}`;
  }

  get environment(): NodeJS.ProcessEnv {
    const others = Object.entries(process.env).filter(
      ([name]) => !/^(BATON_|VITEST|.*DATABASE_URL$)/.test(name),
    );
    return {
      ...Object.fromEntries(others),
      BATON_HOME: this.home,
      BATON_PORT: String(this.web),
      BATON_SMTP_PORT: String(this.smtp),
      BATON_LOG_LEVEL: 'info',
      ...this.#settings,
    };
  }

  get #command(): string[] {
    return this.#made === 'built'
      ? [join(ROOT, 'dist/cli/baton.js')]
      : ['--conditions=source', '--import', 'tsx', join(ROOT, 'src/cli/baton.ts')];
  }

  /** Starts the server's process; what it says is in the home's server.log. */
  start(): void {
    const log = openSync(join(this.home, 'server.log'), 'a');
    this.#child = spawn(process.execPath, [...this.#command, 'start'], {
      cwd: ROOT,
      env: this.environment,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
  }

  /** Resolves with the milliseconds until /readyz says yes; throws where the server ended by itself. */
  async ready(): Promise<number> {
    const from = performance.now();
    while (performance.now() - from < READY_WITHIN) {
      if (this.#child?.exitCode != null) throw new Error(`The server ended by itself:\n${this.lastWords()}`);
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
        () => null,
      );
      if (answer?.status === 200) return performance.now() - from;
      await pause(20);
    }
    throw new Error(`The server was not ready in time:\n${this.lastWords()}`);
  }

  /** Sends kill -9 to the server's process alone: its database lives on. */
  async killServer(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null)
      throw new Error(`There is no server to kill:\n${this.lastWords()}`);
    child.kill('SIGKILL');
    if (child.signalCode === null) await once(child, 'exit');
  }

  /** Sends kill -9 to PostgreSQL, the postmaster and its children. Returns how many processes that were. */
  killDatabase(): number {
    const there = workingIn(join(this.home, 'postgres'));
    for (const pid of there) signal(pid);
    return there.length;
  }

  /** SIGTERM; resolves with the exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (child === null) return null;
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    return child.exitCode;
  }

  /** One command of the terminal door, beside the server. */
  async command(...words: string[]): Promise<string> {
    const child = spawn(process.execPath, [...this.#command, ...words], {
      cwd: ROOT,
      env: this.environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (piece) => {
      said += piece;
    });
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`baton ${words[0]} ended with ${code}`);
    return said.trim();
  }

  /** The link that the start prints a moment after it is ready; an error where somebody has signed in already. */
  async firstAdminLink(): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const said = readFileSync(join(this.home, 'server.log'), 'utf8');
      const link = /(http\S+\/sign-in\/link\/\S+)/.exec(said)?.[1];
      if (link !== undefined) return link;
      await pause(50);
    }
    throw new Error(`The start printed no first link:\n${this.lastWords()}`);
  }

  lastWords(): string {
    return readFileSync(join(this.home, 'server.log'), 'utf8').split('\n').slice(-25).join('\n');
  }

  /** What the server's log says of our own mistakes, each kind once, with how often it happened. */
  mistakes(): readonly string[] {
    const times = new Map<string, number>();
    for (const line of readFileSync(join(this.home, 'server.log'), 'utf8').split('\n')) {
      if (!line.includes('our own mistake')) continue;
      const { name, where, sqlState } = JSON.parse(line) as Record<string, string>;
      const kind = `${name} (${sqlState}) ${where}`;
      times.set(kind, (times.get(kind) ?? 0) + 1);
    }
    return [...times].map(([kind, count]) => `${count} times: ${kind}`);
  }

  /** Kills what still runs and takes the folder away. */
  async tearDown(): Promise<void> {
    if (this.#child !== null) await this.killServer().catch(() => undefined);
    for (let tries = 0; tries < 100 && this.killDatabase() > 0; tries += 1) await pause(50);
    rmSync(this.home, { recursive: true, force: true });
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
