import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SUM = resolve(import.meta.dirname, '../../scripts/sum.mjs');

function sum(...runs: readonly (readonly [said: string, code: number])[]) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-tally-'));
  const words = runs.map(([said, code], place) => {
    writeFileSync(join(folder, `${place}`), said);
    return `${join(folder, `${place}`)}:${code}`;
  });
  const { stdout, status } = spawnSync(process.execPath, [SUM, ...words], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return [stdout, status];
}

test('closing lines of several runs add up, and all must have passed', () => {
  expect(sum(['x\n12 passed, 0 failed, 1 skipped\n', 0], ['3 passed, 0 failed\n', 0])).toEqual([
    '15 passed, 0 failed, 1 skipped\n',
    0,
  ]);
  expect(sum(['12 passed, 0 failed\n', 0], ['3 passed, 2 failed\n', 1])).toEqual([
    '15 passed, 2 failed\n',
    1,
  ]);
});

test('a run without a closing line, or one that ended badly all the same, has failed', () => {
  expect(sum(['Killed\n', 137], ['3 passed, 0 failed\n', 0])).toEqual(['3 passed, 1 failed\n', 1]);
  expect(sum(['5 passed, 0 failed\n', 1])).toEqual(['5 passed, 1 failed\n', 1]);
});

test('nothing that passed is no success', () => {
  expect(sum(['0 passed, 0 failed\n', 0])).toEqual(['0 passed, 0 failed\n', 1]);
});
