import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sentence } from './sentence.mjs';

/** Whether node_modules holds what package-lock.json names. */
export function isInstalled(root) {
  const lock = join(root, 'package-lock.json');
  if (read(join(root, 'node_modules/.baton-installed')) === digest(lock)) return true;
  // Somebody ran npm by hand: npm writes this file at the end of each install.
  const byHand = modified(join(root, 'node_modules/.package-lock.json'));
  return byHand !== null && byHand >= (modified(lock) ?? 0);
}

/** Installs exactly what package-lock.json names. npm's own words go to stderr, because stdout is the command's. */
export function install(root, say) {
  say('Installing the packages that Baton stands on (npm ci). This happens once and takes about a minute.');
  const npm = process.env.npm_execpath;
  const [command, first] = /npm[^/]*\.c?js$/.test(npm ?? '') ? [process.execPath, [npm]] : ['npm', []];
  // What builds Baton is a development package too, whatever NODE_ENV says.
  const words = [...first, 'ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const done = spawnSync(command, words, { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.error)
    throw new Sentence(`npm could not be started: ${done.error.message}. Baton needs npm beside Node.`);
  if (done.status !== 0) {
    throw new Sentence(
      `npm ci did not succeed; its own words stand above. Nothing was started. Try it by hand in ${root}.`,
    );
  }
  writeFileSync(join(root, 'node_modules/.baton-installed'), digest(join(root, 'package-lock.json')));
}

function digest(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
