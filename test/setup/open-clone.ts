import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * The sources and their packages once more, in a folder below `beside` that every user may enter and read. By
 * hard links where that is possible, which takes a second, else as a copy.
 */
export function openToAll(beside: string): string {
  const clone = join(beside, 'clone-for-all');
  if (existsSync(clone)) return clone;
  mkdirSync(join(clone, 'test'), { recursive: true });
  for (const part of ['package.json', 'src', 'test/setup', 'node_modules'])
    copy(join(ROOT, part), join(clone, part));
  execFileSync('chmod', ['755', beside, clone, join(clone, 'test')]);
  return clone;
}

function copy(from: string, to: string): void {
  const readable = (statSync(join(ROOT, 'package.json')).mode & 0o004) !== 0;
  try {
    if (!readable) throw new Error('A link would have the same closed mode.');
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    execFileSync('rm', ['-rf', to]);
    execFileSync('cp', ['-a', from, to]);
    execFileSync('chmod', ['-R', 'a+rX', to]);
  }
}
