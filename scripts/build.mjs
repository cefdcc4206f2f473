import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { install, isInstalled } from './install.mjs';
import { alone } from './lock.mjs';
import { Sentence, say, speak } from './sentence.mjs';

/** The clone that these scripts stand in. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Whether dist was made from the sources as they are now. */
export function isBuilt(root) {
  const stamp = join(root, 'dist/.built');
  const [looks, says] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : [];
  if (looks === undefined) return false;
  const now = fingerprint(root);
  if (looks === now.looks) return true;
  if (says !== now.says()) return false;
  try {
    writeFileSync(stamp, `${now.looks}\n${says}`);
  } catch {
    // A clone that cannot be written is read byte by byte each time, which is slower and still right.
  }
  return true;
}

/** Installs and builds what is missing or out of date; says nothing where nothing is. */
export async function makeReady(root) {
  try {
    if (isInstalled(root) && isBuilt(root)) return;
    await alone(root, say, () => {
      if (!isInstalled(root)) install(root, say);
      if (!isBuilt(root)) build(root);
    });
  } catch (error) {
    const what = { EACCES: 'may not', EPERM: 'may not', EROFS: 'cannot', ENOSPC: 'has no room to' }[
      error.code
    ];
    if (!what) throw error;
    throw new Sentence(
      `Baton has to be installed or built in ${root} first, and this user (uid ${process.getuid?.()}) ${what} write there ` +
        `(${error.code} at ${error.path}). Run "npm ci && npm run build" there as its owner, or clone it where you can write.`,
    );
  }
}

/**
 * Builds into a fresh folder and swaps it in at the end, so that a build that fails or is stopped leaves the old
 * one as it was. Types are not checked here but by `npm run check`: who starts Baton need not wait for that.
 */
export function build(root) {
  say('Building Baton.');
  const fresh = join(root, `.building/dist-${process.pid}`);
  const old = join(root, `.building/old-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const { looks, says } = fingerprint(root);
  const saysNow = says();
  try {
    run(root, 'typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh]);
    copyBesideCode(root, fresh);
    if (existsSync(join(root, 'vite.config.ts'))) {
      run(root, 'vite/bin/vite.js', [
        'build',
        '--outDir',
        join(fresh, 'web'),
        '--emptyOutDir',
        '--logLevel',
        'warn',
      ]);
    }
    writeFileSync(join(fresh, '.built'), `${looks}\n${saysNow}`);
    if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
    renameSync(fresh, join(root, 'dist'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

function run(root, tool, words) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...words], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    throw new Sentence(
      `The build stopped in ${tool.split('/')[0]}; its own words stand above. What was built before is as it was.`,
    );
  }
}

/** Data that code reads at run time lies beside it. Cases are for tests, and the screens are Vite's. */
function copyBesideCode(root, fresh) {
  for (const entry of readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })) {
    const from = join(entry.parentPath ?? entry.path, entry.name);
    const place = from.slice(join(root, 'src').length + 1);
    if (!entry.isFile() || /\.tsx?$/.test(place) || /^web\/|(^|\/)cases\//.test(place)) continue;
    mkdirSync(dirname(join(fresh, place)), { recursive: true });
    cpSync(from, join(fresh, place));
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await speak(() =>
    alone(ROOT, say, () => {
      if (!isInstalled(ROOT)) install(ROOT, say);
      build(ROOT);
    }),
  );
}
