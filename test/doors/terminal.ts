import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/**
 * The `baton` command as a process of its own, on a home of its own. The sources are made to JavaScript once,
 * without checking types: a command then starts in half of the time, and `dist` need not be there.
 */
export class Terminal {
  readonly home = mkdtempSync(join(tmpdir(), 'baton-terminal-'));
  /** Where the commands are typed. */
  readonly folder = mkdtempSync(join(tmpdir(), 'baton-typed-'));
  readonly #clone: string;

  constructor() {
    const building = join(ROOT, '.building');
    mkdirSync(building, { recursive: true });
    this.#clone = mkdtempSync(join(building, 'terminal-'));
    for (const name of ['package.json', 'migrations'])
      cpSync(join(ROOT, name), join(this.#clone, name), { recursive: true });
    transpile(join(ROOT, 'src'), join(this.#clone, 'dist'));
  }

  /** Runs a command to its end, with what it prints to a pipe. */
  async run(words: readonly string[], options: Spawning = {}): Promise<Ran> {
    const { child, said } = this.#spawn(words, options);
    child.stdin?.end(options.stdin ?? '');
    if (options.readsOnce) child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise<number | null>((ended) => child.on('close', ended));
    return { code, ...said };
  }

  /** `baton start`, once it says where it is. */
  async start(environment: Record<string, string> = {}): Promise<Running> {
    const { child, said } = this.#spawn(['start'], { environment });
    const ended = new Promise<number | null>((over) => child.on('close', over));
    await new Promise<void>((ready, failed) => {
      child.stdout?.on('data', () => said.out.includes('Ctrl C') && ready());
      void ended.then(() => failed(new Error(`It did not start: ${said.err}`)));
    });
    return {
      url: /Baton is at +(\S+)/.exec(said.out)?.[1] ?? '',
      link: /(http\S+\/sign-in\/link\/\S+)/.exec(said.out)?.[1] ?? null,
      said,
      stop: () => {
        child.kill('SIGTERM');
        return ended;
      },
    };
  }

  close(): void {
    for (const folder of [this.home, this.folder, this.#clone])
      rmSync(folder, { recursive: true, force: true });
  }

  #spawn(words: readonly string[], { environment, folder }: Spawning): { child: ChildProcess; said: Said } {
    const child = spawn(process.execPath, [join(this.#clone, 'dist/cli/baton.js'), ...words], {
      cwd: folder ?? this.folder,
      // Nothing is inherited: a DATABASE_URL of the test run would lead elsewhere.
      env: {
        PATH: process.env.PATH,
        BATON_HOME: this.home,
        BATON_PORT: '0',
        BATON_SMTP_PORT: '0',
        ...environment,
      },
    });
    const said = { out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      said.out += piece;
    });
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said.err += piece;
    });
    return { child, said };
  }
}

type Said = { out: string; err: string };
type Spawning = {
  readonly environment?: Record<string, string>;
  readonly folder?: string;
  readonly stdin?: string | Buffer;
  /** Reads the first piece of what is printed, and closes the pipe as head does. */
  readonly readsOnce?: boolean;
};

export type Running = {
  readonly url: string;
  /** The first admin's link; null once somebody has signed in. */
  readonly link: string | null;
  readonly said: Said;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
};

function transpile(from: string, to: string): void {
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'hono/jsx',
    verbatimModuleSyntax: true,
  };
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    const place = file.slice(from.length + 1);
    if (!entry.isFile() || /^web\/|\.test\.tsx?$|(^|\/)cases\//.test(place)) continue;
    const made = join(to, place.replace(/\.tsx?$/, '.js'));
    mkdirSync(dirname(made), { recursive: true });
    if (made === join(to, place)) cpSync(file, made);
    else
      writeFileSync(
        made,
        ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: options }).outputText,
      );
  }
}
