import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '#server/desk.js';
import { openPort, type Port } from '#server/port.js';
import { openDoors } from '#server/serve.js';
import { silent } from '../../test/setup/silence.js';

const SECRET = 'nobody may read this';

let around: string;
let web: Port;

beforeAll(async () => {
  around = mkdtempSync(join(tmpdir(), 'baton-screens-'));
  const screens = join(around, 'web');
  mkdirSync(join(screens, 'assets'), { recursive: true });
  mkdirSync(join(around, 'web-of-others'));
  writeFileSync(join(screens, 'index.html'), '<!doctype html><title>Baton</title>');
  writeFileSync(join(screens, 'assets/main-4be1.js'), 'export {};');
  writeFileSync(join(around, 'baton.key'), SECRET);
  writeFileSync(join(around, 'web-of-others/page.html'), SECRET);
  web = await openPort({ port: 0, bind: '127.0.0.1' });
  const desk = { place: { url: 'http://localhost', screens }, room: {}, access: {}, log: silent };
  web.open(openDoors(desk as unknown as Desk).app.fetch);
});

afterAll(async () => {
  await web.close();
  rmSync(around, { recursive: true });
});

/** Sends a path as it is: a browser would tidy it first, an attacker does not. */
function raw(path: string): Promise<{ status: number; type: string; cache: string; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: web.port, path, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => {
        const type = String(answer.headers['content-type']);
        resolve({
          status: answer.statusCode ?? 0,
          type,
          cache: String(answer.headers['cache-control']),
          text,
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  '/../baton.key',
  '/../../etc/passwd',
  '/%2e%2e/baton.key',
  '/..%2fbaton.key',
  '/assets/..%2f..%2fbaton.key',
  '/..%5cbaton.key',
  '/%2e%2e%2fweb-of-others%2fpage.html',
  '/..%2fweb-of-others%2fpage.html',
  '/%252e%252e%252fbaton.key',
  '/assets/%00/../../../baton.key',
  '//baton.key',
  '/%',
])('no path leads out of the folder of the screens: %s', async (path) => {
  const answer = await raw(path);
  expect(answer.text).not.toContain(SECRET);
  expect(answer.text).not.toContain('root:');
  expect([200, 404]).toContain(answer.status);
  if (answer.status === 200) expect(answer.text).toContain('<title>Baton</title>');
});

test('a built file lasts, because its name changes with it; the page is asked for anew', async () => {
  expect(await raw('/assets/main-4be1.js')).toMatchObject({
    status: 200,
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=31536000, immutable',
  });
  expect(await raw('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', cache: 'no-cache' });
});

test('a path of the app is the page, a file that is not there is nothing', async () => {
  expect((await raw('/deals/deal_01/handoff')).text).toContain('<title>Baton</title>');
  expect((await raw('/assets/gone-0000.js')).status).toBe(404);
  expect((await raw('/api/v1/gone')).type).toBe('application/problem+json');
});

test('until the doors are opened the port says that Baton is starting, and to come again', async () => {
  const early = await openPort({ port: 0, bind: '127.0.0.1' });
  const answer = await fetch(`http://127.0.0.1:${early.port}/api/v1/session`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  await early.close();
});

test('a port that is taken is a fault that names the setting', async () => {
  await expect(openPort({ port: web.port, bind: '127.0.0.1' })).rejects.toMatchObject({
    code: 'port.taken',
    message: expect.stringContaining('BATON_PORT'),
  });
});
