import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReady, ROOT } from './build.mjs';
import { isInstalled } from './install.mjs';
import { prepareMachine } from './machine.mjs';
import { Sentence } from './sentence.mjs';
import { Tally } from './tally.mjs';

// `npm test`: everything that a clone must pass, from a bare machine on. Words after `--` go to vitest, and then
// vitest runs alone: `npm test -- src/clocks`. The last line is always "N passed, N failed".

const CHECKS = [
  ['the types hold', 'typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']],
  ['the types of the screens hold', 'typescript/bin/tsc', ['-p', 'src/web/tsconfig.json', '--noEmit']],
  ['format and lint are clean', '@biomejs/biome/bin/biome', ['check', '.']],
  ['nothing lies about unused', 'knip/bin/knip.js', ['--tsConfig', 'tsconfig.build.json']],
];

const tally = new Tally();
const words = process.argv.slice(2);
process.exitCode = 1;
try {
  await makeReady(ROOT).then(
    () => tally.check('the clone installs and builds', true),
    (error) =>
      tally.check(
        'the clone installs and builds',
        false,
        error instanceof Sentence ? error.message : error.stack,
      ),
  );
  if (isInstalled(ROOT)) {
    if (words.length === 0) {
      for (const sentence of prepareMachine())
        tally.check('the machine has what the tests need', false, sentence);
      await Promise.all(CHECKS.map(check));
    }
    tally.add(vitest());
  }
} catch (error) {
  tally.check('the tests could be run', false, error.stack);
}
process.exitCode = tally.close();

/** One check in a process of its own; what it says is shown only where it fails. */
function check([claim, tool, args]) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', tool), ...args], { cwd: ROOT });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
    child.on('error', (error) => done(tally.check(claim, false, error.message)));
    child.on('close', (code) => done(tally.check(claim, code === 0, said.slice(-12_000))));
  });
}

/** Counts what vitest reports. A file that did not load, an error outside any test and a crash count as failed. */
function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-test-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const run = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...words],
      {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    return count(report, run.status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(report, status) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const seen = numFailedTests + unloaded;
    return {
      passed: numPassedTests,
      failed: seen === 0 && status !== 0 ? 1 : seen,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    process.stdout.write('vitest ended without a report.\n');
    return { failed: 1 };
  }
}
