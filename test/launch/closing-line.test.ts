import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { SmallClone } from './clone.js';

const clone = new SmallClone();
afterAll(() => rmSync(clone.root, { recursive: true, force: true }));

/** What `npm test -- words` prints last, and its exit code, where vitest does this. */
async function closing(vitest: string) {
  clone.write('node_modules/vitest/vitest.mjs', vitest);
  const { out, code } = await clone.run(['src/clocks'], { script: 'test.mjs' });
  return [out.trimEnd().split('\n').at(-1), code];
}

function reports(report: object, code: number): string {
  return `
    import { writeFileSync } from 'node:fs';
    const file = process.argv.find((word) => word.startsWith('--outputFile.json=')).slice(18);
    writeFileSync(file, ${JSON.stringify(JSON.stringify(report))});
    process.exit(process.argv.includes('src/clocks') ? ${code} : 99);`;
}

const fine = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

// The clone itself, which installs and builds, counts as one more.
test('the tests that passed are counted', async () => {
  expect(await closing(reports(fine, 0))).toEqual(['8 passed, 0 failed', 0]);
});

test('failed and skipped tests are counted, and so is a file that did not load', async () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  const report = { ...fine, numFailedTests: 1, numPendingTests: 2, testResults };
  expect(await closing(reports(report, 1))).toEqual(['8 passed, 2 failed, 2 skipped', 1]);
});

test('an error outside of any test counts as failed', async () => {
  expect(await closing(reports(fine, 1))).toEqual(['8 passed, 1 failed', 1]);
});

test('a vitest that crashes counts as failed', async () => {
  expect(await closing("process.kill(process.pid, 'SIGKILL');")).toEqual(['1 passed, 1 failed', 1]);
});

test('a clone that cannot be built is tested all the same, and counted', async () => {
  clone.write('src/cli/broken.ts', 'export const = ;');
  expect(await closing(reports(fine, 0))).toEqual(['7 passed, 1 failed', 1]);
});
