import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Context } from 'hono';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { nothing } from '#server/problems.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** The built screens. A path that is no file is a page of the app, which finds its own way from there. */
export function openScreens(doors: Doors, desk: Desk): void {
  doors.rules.set('GET /*', 'everyone');
  doors.app.get('/*', async (c) => {
    const { pathname } = new URL(c.req.url);
    if (pathname.startsWith('/api/')) return doors.notThere(c);
    const folder = desk.place.screens;
    if (folder === null)
      return c.text('The screens were not built. Run npm run build, then start again.', 503);
    const file = await find(folder, pathname);
    if (file !== null) return send(c, pathname, file);
    if (extname(pathname) !== '') return nothing(c);
    const page = await find(folder, '/index.html');
    return send(c, '/index.html', page !== null && desk.place.demo ? saidToBeDemo(page) : page);
  });
}

// Said in the page itself, so that a page of a plain start need not ask, and the sign-in says it too.
function saidToBeDemo(page: Uint8Array): Uint8Array<ArrayBuffer> {
  return Buffer.from(Buffer.from(page).toString('utf8').replace('<html ', '<html data-demo '));
}

async function find(folder: string, pathname: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const name = plainName(pathname);
  if (name === null) return null;
  const path = normalize(join(folder, name));
  if (!path.startsWith(`${folder}/`) || pathname === '/') return null;
  return readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}

function plainName(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A stray % is no name of ours.
    return null;
  }
}

function send(c: Context<Environment>, pathname: string, bytes: Uint8Array<ArrayBuffer> | null) {
  if (bytes === null) return nothing(c);
  const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
  // Names of built files carry their hash; the page itself is asked for anew each time.
  const lasting = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return c.body(bytes, 200, { 'content-type': type, 'cache-control': lasting });
}
