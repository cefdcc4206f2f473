import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BESIDE = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'scripts/build.mjs',
];

/**
 * What a build depends on, as two digests: `looks` of names, sizes and times (quick, and too careful: a copy has
 * other times) and `says` of the bytes (asked only where the looks differ). Tests do not count.
 */
export function fingerprint(root) {
  const files = sources(root);
  return {
    looks: digest(
      files.map((file) => {
        const { size, mtimeMs } = statSync(join(root, file));
        return `${file} ${size} ${mtimeMs}`;
      }),
    ),
    says: () => digest(files.flatMap((file) => [file, readFileSync(join(root, file))])),
  };
}

function sources(root) {
  const files = [...BESIDE.filter((file) => statSync(join(root, file), { throwIfNoEntry: false }))];
  for (const entry of readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || /\.test\.tsx?$/.test(entry.name)) continue;
    files.push(join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1));
  }
  return files.sort();
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
