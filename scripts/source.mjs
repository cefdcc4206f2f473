import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeReady, ROOT } from './build.mjs';
import { Sentence, speak } from './sentence.mjs';

/** Runs a TypeScript file of the clone with the words of the command line; its exit code is ours. */
export async function runSource(file) {
  await speak(async () => {
    await makeReady(ROOT);
    if (!existsSync(join(ROOT, file))) throw new Sentence(`${file} is not there yet.`);
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', file, ...process.argv.slice(2)],
      {
        cwd: ROOT,
        stdio: 'inherit',
      },
    );
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise((done) => child.on('close', (code) => done(code ?? 1)));
  });
}
