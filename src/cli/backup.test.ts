import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INTRO_01 } from '../../test/doors/story-mail.js';
import { Terminal } from '../../test/doors/terminal.js';

let terminal: Terminal;
let other: string;

beforeAll(() => {
  terminal = new Terminal();
  other = mkdtempSync(join(tmpdir(), 'baton-restored-'));
  writeFileSync(join(terminal.folder, 'intro.eml'), INTRO_01);
});

afterAll(() => {
  terminal?.close();
  rmSync(other, { recursive: true, force: true });
});

const elsewhere = () => ({ environment: { BATON_HOME: other } });

test('a backup says that the key is not in it, and where the key is', async () => {
  await terminal.run(['add', 'intro.eml']);
  const ran = await terminal.run(['backup', 'all.baton']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('The key is not in it.');
  expect(ran.out).toContain(join(terminal.home, 'baton.key'));
});

test('without the key nothing is restored, and the sentence says which key is wanted', async () => {
  const ran = await terminal.run(['restore', 'all.baton'], elsewhere());
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('There is no key file');
});

test('a key that does not open the mails restores nothing', async () => {
  mkdirSync(other, { recursive: true });
  writeFileSync(join(other, 'baton.key'), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
  const ran = await terminal.run(['restore', 'all.baton'], elsewhere());
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('This key does not open the mails of this backup.');
});

test('looking at what a restore left that failed makes nothing, so that it can be tried again', async () => {
  const looked = await terminal.run(['verify'], elsewhere());
  expect(looked).toMatchObject({ code: 1, out: '' });
  expect(looked.err).toContain('Nothing is kept in');
});

test('with its key a backup comes back whole where it failed before, verifies, and goes on', async () => {
  copyFileSync(join(terminal.home, 'baton.key'), join(other, 'baton.key'));
  const ran = await terminal.run(['restore', 'all.baton'], elsewhere());
  expect(ran).toMatchObject({ code: 0, err: '' });
  const verified = await terminal.run(['verify'], elsewhere());
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.out).toContain('Nothing was changed after it was sealed.');
  const again = await terminal.run(['add', 'intro.eml'], elsewhere());
  expect(again.out).toContain('kept before');
});

test('a second restore into a home that holds something is refused', async () => {
  const ran = await terminal.run(['restore', 'all.baton'], elsewhere());
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('holds data already');
});

test('a start with another key is refused before anything is kept under it', async () => {
  const ran = await terminal.run(['add', 'intro.eml'], {
    environment: { BATON_HOME: other, BATON_KEY: 'cd'.repeat(32) },
  });
  expect(ran.code).not.toBe(0);
  expect(ran.err).toMatch(/key/i);
});
