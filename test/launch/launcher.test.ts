import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SmallClone } from './clone.js';

const clones: SmallClone[] = [];

function newClone(): SmallClone {
  const clone = new SmallClone();
  clones.push(clone);
  return clone;
}

afterAll(() => {
  for (const { root } of clones) rmSync(root, { recursive: true, force: true });
});

describe('a fresh clone', () => {
  test('installs, builds and becomes the command, and the next start is quiet', async () => {
    const clone = newClone();
    const first = await clone.run(['hello']);
    expect(first).toMatchObject({ code: 0, out: 'said hello\n' });
    expect(first.said).toMatch(/Installing .*\n(.*\n)*Building Baton\./);
    expect(await clone.run(['again'])).toEqual({ code: 0, out: 'said again\n', said: '' });
    expect(clone.installs).toBe(1);
  });

  test('started twice at once is installed and built once', async () => {
    const clone = newClone();
    const both = await Promise.all([clone.run(['one']), clone.run(['two'])]);
    expect(both.map(({ code, out }) => [code, out])).toEqual([
      [0, 'said one\n'],
      [0, 'said two\n'],
    ]);
    expect(clone.installs).toBe(1);
    expect(
      both
        .map(({ said }) => said)
        .join('')
        .match(/Building Baton/g),
    ).toHaveLength(1);
    expect(both.map(({ said }) => said).join('')).toMatch(
      /Another start \(process \d+\) is making this ready/,
    );
  });

  test('is made ready again after a start that was killed in the middle', async () => {
    const clone = newClone();
    const { child, done } = clone.start(['hello']);
    await expect
      .poll(() => clone.has('.building/lock') && clone.has('npm.log'), { timeout: 5_000 })
      .toBe(true);
    child.kill('SIGKILL');
    await done;
    expect(await clone.run(['hello'])).toMatchObject({ code: 0, out: 'said hello\n' });
  });

  test('whose npm fails says so and starts nothing', async () => {
    const clone = newClone();
    clone.write('npm.cjs', 'process.exit(1)');
    const ran = await clone.run(['hello']);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.said).toContain('npm ci did not succeed');
    expect(ran.said).not.toContain('    at ');
  });
});

describe('a clone that is ready', () => {
  let clone: SmallClone;
  beforeAll(async () => {
    clone = newClone();
    await clone.run(['hello']);
  });

  test('is built again for a changed source and not for a changed test', async () => {
    clone.write('src/cli/baton.test.ts', 'export {};');
    expect((await clone.run(['x'])).said).toBe('');
    clone.write('src/cli/more.ts', 'export const more = 1;');
    expect((await clone.run(['x'])).said).toBe('Building Baton.\n');
    expect(clone.has('dist/cli/more.js')).toBe(true);
    rmSync(join(clone.root, 'src/cli/more.ts'));
    await clone.run(['x']);
    expect(clone.has('dist/cli/more.js')).toBe(false);
  });

  test('keeps its build when a new one fails', async () => {
    clone.write('src/cli/broken.ts', 'export const = ;');
    const ran = await clone.run(['x']);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.said).toContain('The build stopped in typescript');
    expect(clone.has('dist/cli/baton.js')).toBe(true);
    rmSync(join(clone.root, 'src/cli/broken.ts'));
    expect((await clone.run(['x'])).out).toBe('said x\n');
  });

  test('takes data that lies beside the code along', async () => {
    clone.write('src/reading/mail/weights.json', '{"bias":1}');
    clone.write('src/reading/mail/cases/intro.txt', 'a case');
    await clone.run(['x']);
    expect(clone.has('dist/reading/mail/weights.json')).toBe(true);
    expect(clone.has('dist/reading/mail/cases/intro.txt')).toBe(false);
  });

  test("hands on the command's exit code and its signals", async () => {
    expect((await clone.run(['fail'])).code).toBe(7);
    const { child, done } = clone.start(['wait'], {
      onOut: (said) => said === 'waiting\n' && child.kill('SIGTERM'),
    });
    expect(await done).toEqual({ code: 0, out: 'waiting\nreleased\n', said: '' });
  });

  test('finds files where the command was typed, through npm as well', async () => {
    const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'baton-elsewhere-')));
    const throughNpm = { INIT_CWD: elsewhere, npm_lifecycle_event: 'baton' };
    expect((await clone.run(['where'], { env: throughNpm })).out).toBe(`${elsewhere}\n`);
    expect((await clone.run(['where'], { cwd: elsewhere })).out).toBe(`${elsewhere}\n`);
    rmSync(elsewhere, { recursive: true });
  });
});

test('a clone that cannot be written runs when it is ready, and else says what to do', async () => {
  const clone = newClone();
  // Root may write anywhere, so a root who tests this becomes nobody for it.
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  mkdirSync(join(clone.root, '.building'));
  chmodSync(join(clone.root, '.building'), 0o555);
  chmodSync(clone.root, 0o555);
  const before = await clone.run(['hello'], asNobody);
  expect(before).toMatchObject({ code: 1, out: '' });
  expect(before.said).toMatch(
    /has to be installed or built .* may not write there \(EACCES .*Run "npm ci && npm run build"/,
  );
  chmodSync(clone.root, 0o755);
  chmodSync(join(clone.root, '.building'), 0o755);
  await clone.run(['hello']);
  chmodSync(clone.root, 0o555);
  expect(await clone.run(['hello'], asNobody)).toEqual({ code: 0, out: 'said hello\n', said: '' });
  chmodSync(clone.root, 0o755);
});
