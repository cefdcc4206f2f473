import { afterEach, expect, test } from 'vitest';
import { openReceiver } from '../../../test/outgoing/receiver.js';
import { scriptedServer } from '../../../test/outgoing/scripted-server.js';
import type { OutgoingServer } from './server.js';
import { type Tried, tryOut } from './trial.js';

const closing: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

const MAIL = {
  from: 'baton@northbeam.example',
  to: ['marcus@northbeam.example'],
  bytes: Buffer.from('Subject: A try\r\n\r\nHello\r\n'),
};

function here(port: number, change: Partial<OutgoingServer> = {}): OutgoingServer {
  return { host: '127.0.0.1', port, security: 'none', user: null, password: null, ...change };
}

const went = (tried: readonly Tried[]) => tried.map((each) => `${each.step} ${each.went}`);

test('a server that works is found, reached, encrypted, signed in to, and takes the mail; each step is told as it ends', async () => {
  const server = await openReceiver({
    disabledCommands: [],
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      done(password === 'right' ? null : new Error('No'), { user: username }),
  });
  closing.push(server);
  const told: Tried[] = [];
  const given = here(server.port, { security: 'starttls', user: 'baton', password: 'right' });
  const tried = await tryOut(given, MAIL, (each) => told.push(each));
  expect(told).toEqual(tried);
  expect(went(tried)).toEqual(['found yes', 'reached yes', 'encrypted yes', 'signed-in yes', 'taken yes']);
  expect(tried[2]?.words).toMatch(/^Encrypted, TLS 1\.[23], its certificate is not checked on this machine$/);
  expect(tried[3]?.words).toBe('Signed in as baton');
  expect(tried[4]?.said).toMatch(/^250 /);
  expect(tried.every((each) => typeof each.took === 'number')).toBe(true);
  expect(server.mails).toMatchObject([{ to: MAIL.to, user: 'baton' }]);
});

test('what was set so is not needed, and is no failure', async () => {
  const server = await scriptedServer({});
  closing.push(server);
  const tried = await tryOut(here(server.port), MAIL, () => undefined);
  expect(went(tried)).toEqual([
    'found yes',
    'reached yes',
    'encrypted not-needed',
    'signed-in not-needed',
    'taken yes',
  ]);
});

test('after a step that failed nothing further is tried, and nothing is sent', async () => {
  const server = await scriptedServer({
    offers: ['AUTH PLAIN'],
    replies: { AUTH: '535 5.7.8 authentication failed' },
  });
  closing.push(server);
  const tried = await tryOut(
    here(server.port, { user: 'baton', password: 'hunter2' }),
    MAIL,
    () => undefined,
  );
  expect(went(tried)).toEqual([
    'found yes',
    'reached yes',
    'encrypted not-needed',
    'signed-in no',
    'taken not-tried',
  ]);
  expect(tried[3]?.words).toContain('535 5.7.8 authentication failed');
  expect(JSON.stringify(tried)).not.toContain('hunter2');
  expect(server.mails).toEqual([]);
});

test('a name that nobody has, and a port on which nothing listens, are told at their own step', async () => {
  const nowhere = await tryOut(here(587, { host: 'no-such-host.invalid' }), MAIL, () => undefined);
  expect(went(nowhere).slice(0, 2)).toEqual(['found no', 'reached not-tried']);
  expect(nowhere[0]?.words).toContain('no-such-host.invalid');
  const server = await scriptedServer({});
  await server.close();
  const closed = await tryOut(here(server.port), MAIL, () => undefined);
  expect(went(closed).slice(0, 3)).toEqual(['found yes', 'reached no', 'encrypted not-tried']);
  expect(closed[1]?.words).toBe(`Nothing listens at 127.0.0.1:${server.port}.`);
});

test('a server that may have taken the mail is told as not known, and not as one that took it', async () => {
  const server = await scriptedServer({ taken: 'drop' });
  closing.push(server);
  const tried = await tryOut(here(server.port), MAIL, () => undefined);
  expect(tried.at(-1)).toMatchObject({ step: 'taken', went: 'no' });
  expect(tried.at(-1)?.words).toMatch(/^Whether the server took it is not known\./);
});
