import { type SpawnOptions, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export type Ran = { readonly code: number | null; readonly out: string; readonly said: string };

type Options = SpawnOptions & { readonly script?: string; readonly onOut?: (said: string) => void };

/** A clone of the launcher with a command of three lines, and an npm of its own that counts how often it is asked. */
export class SmallClone {
  readonly root = mkdtempSync(join(tmpdir(), 'baton-clone-'));

  constructor() {
    for (const file of ['scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
      cpSync(join(ROOT, file), join(this.root, file), { recursive: true });
    }
    this.write('package-lock.json', '{}');
    this.write('src/cli/baton.ts', COMMAND);
    this.write('npm.cjs', NPM.replace('TOOLS', join(ROOT, 'node_modules')));
  }

  write(file: string, text: string): void {
    mkdirSync(join(this.root, file, '..'), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  get installs(): number {
    return this.has('npm.log') ? readFileSync(join(this.root, 'npm.log'), 'utf8').length : 0;
  }

  start(words: readonly string[], options: Options = {}) {
    const child = spawn(
      process.execPath,
      [join(this.root, 'scripts', options.script ?? 'baton.mjs'), ...words],
      {
        cwd: this.root,
        ...options,
        env: { PATH: process.env.PATH, npm_execpath: join(this.root, 'npm.cjs'), ...options.env },
      },
    );
    const ran = { out: '', said: '' };
    child.stdout?.on('data', (piece) => {
      ran.out += piece;
      options.onOut?.(ran.out);
    });
    child.stderr?.on('data', (piece) => {
      ran.said += piece;
    });
    const done = new Promise<Ran>((finish) => child.on('close', (code) => finish({ code, ...ran })));
    return { child, done };
  }

  run(words: readonly string[], options: Options = {}): Promise<Ran> {
    return this.start(words, options).done;
  }
}

const COMMAND = `
const [word = ''] = process.argv.slice(2);
if (word === 'where') console.log(process.cwd());
else if (word === 'wait') {
  process.on('SIGTERM', () => { console.log('released'); process.exit(0); });
  setInterval(() => undefined, 1000);
  console.log('waiting');
} else if (word === 'fail') process.exitCode = 7;
else console.log('said ' + word);
`;

const NPM = `
const { appendFileSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs');
appendFileSync('npm.log', '+');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
mkdirSync('node_modules', { recursive: true });
for (const tool of ['typescript', '@types', 'undici-types']) {
  try { symlinkSync('TOOLS/' + tool, 'node_modules/' + tool); } catch {}
}
writeFileSync('node_modules/.package-lock.json', '{}');
console.log('npm speaks on its stdout');
`;
