import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const BUILT = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const KB = 1024;

/** What the page loads before anything is drawn: the files that it names itself. */
function firstFiles(): string[] {
  const page = readFileSync(`${BUILT}index.html`, 'utf8');
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
}

function gzipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(BUILT + file)).length, 0);
}

test('the first screen’s script is 140 KB at most, and its sheet 12', () => {
  const files = firstFiles();
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(gzipped(scripts)).toBeLessThanOrEqual(140 * KB);
  expect(gzipped(files.filter((file) => file.endsWith('.css')))).toBeLessThanOrEqual(12 * KB);
});

test('the three fonts are served by Baton and are 140 KB together', () => {
  const fonts = readdirSync(`${BUILT}assets`).filter((file) => file.endsWith('.woff2'));
  expect(fonts).toHaveLength(3);
  const size = fonts.reduce((sum, file) => sum + readFileSync(`${BUILT}assets/${file}`).length, 0);
  expect(size).toBeLessThanOrEqual(140 * KB);
});

test('the schemas that the server checks with stay on the server', () => {
  const scripts = readdirSync(`${BUILT}assets`).filter((file) => file.endsWith('.js'));
  const withZod = scripts.filter((file) =>
    /ZodError|invalid_type/.test(readFileSync(`${BUILT}assets/${file}`, 'utf8')),
  );
  expect(withZod).toEqual([]);
});
