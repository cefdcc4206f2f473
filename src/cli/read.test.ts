import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '#cli/read.js';

const INTRO = [
  'From: Theo Lind <theo@cobalt.example>',
  'To: Dana White <dana@larkspur.example>',
  'Cc: Joanna Pruitt <joanna@harbor.example>',
  'Subject: Intro: Joanna',
  'Date: Thu, 5 Mar 2026 16:42:18 -0500',
  '',
  'Dana, please meet Joanna Pruitt, CIO of Harbor Mutual. Could you call her by Tuesday?',
  '',
  'Theo',
].join('\r\n');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-read-'));
  writeFileSync(join(folder, 'intro.eml'), INTRO);
  writeFileSync(join(folder, 'call.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\nDana: hello');
  writeFileSync(
    join(folder, 'context.json'),
    JSON.stringify({ host: { company: 'Larkspur', domains: ['larkspur.example'] } }),
  );
  writeFileSync(join(folder, 'broken.json'), '{"host": 3}');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(files: string[], options: { context?: string; json?: boolean } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await readFiles(
    files.map((file) => join(folder, file)),
    {
      context: options.context ? join(folder, options.context) : null,
      json: options.json ?? true,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    },
  );
  return { code, out, err };
}

describe('baton read', () => {
  it('prints one object a line, a line a file, in the order given', async () => {
    const { code, out } = await read(['call.vtt', 'intro.eml', 'gone.eml'], { context: 'context.json' });
    const objects = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(objects.map(({ kind }) => kind)).toEqual(['transcript', 'mail', 'mail']);
    expect(objects[1]).toMatchObject({
      language: 'en',
      isIntro: true,
      whyNot: null,
      receivedAt: '2026-03-05T16:42:18-05:00',
      partner: { company: 'Cobalt', person: 'Theo Lind', email: 'theo@cobalt.example' },
      host: { company: 'Larkspur', people: [{ name: 'Dana White', email: 'dana@larkspur.example' }] },
      buyer: {
        company: 'Harbor Mutual',
        people: [{ name: 'Joanna Pruitt', role: 'CIO', email: 'joanna@harbor.example' }],
      },
      problems: [],
    });
    expect(objects[1]?.asks).toMatchObject([
      { of: 'host', due: '2026-03-10', dueWords: 'by Tuesday', reader: 'rules' },
    ]);
    expect(objects[0]?.problems).toMatchObject([{ code: 'read.transcript' }]);
    expect(objects[2]?.problems).toMatchObject([{ code: 'read.no-file' }]);
  });

  it('gives every object the same fields, with null for unknown and lists that are never null', async () => {
    const { out } = await read(['intro.eml', 'gone.eml']);
    const [one, other] = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(Object.keys(other ?? {}).sort()).toEqual(Object.keys(one ?? {}).sort());
    for (const name of ['spans', 'asks', 'promises', 'problems'])
      expect(Array.isArray(other?.[name])).toBe(true);
  });

  it('prints a page for people, with the words and their day', async () => {
    const { out } = await read(['intro.eml'], { json: false, context: 'context.json' });
    const page = out.join('\n');
    expect(page).toContain('Taken as an intro');
    expect(page).toContain('"Could you call her by Tuesday?"  (of the host, "by Tuesday" = 2026-03-10)');
    expect(page).toContain('not in the mail');
  });

  it('refuses wrong usage with a sentence and exit code 2', async () => {
    expect(await read([])).toMatchObject({ code: 2, out: [] });
    expect((await read(['intro.eml'], { context: 'gone.json' })).err[0]).toMatch(/cannot be opened/);
    expect((await read(['intro.eml'], { context: 'broken.json' })).err[0]).toMatch(/"host"/);
  });
});
