import { spawn } from 'node:child_process';
import { makeReady, ROOT } from './build.mjs';
import { speak } from './sentence.mjs';

// `npm run bench`: ratios and times, measured on this machine in one run. The benches are TypeScript, and what they
// measure is the build: without the condition `source`, imports of the clone's own rooms lead to dist.
await speak(async () => {
  await makeReady(ROOT);
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((done) => child.on('close', (code) => done(code ?? 1)));
});
