import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Limits } from '#connections/smtp/limits.js';
import { type Listener, openListener } from '#connections/smtp/listener.js';
import { rawClient, toData } from '#connections/smtp/raw-client.js';

const MAIL = 'Subject: Harbor Mutual\r\n\r\nDana, meet Joanna.\r\n.\r\n';
let listener: Listener | null = null;
let commit = (): void => {};
afterEach(() => listener?.close());

async function open(limits: Partial<Limits>, waits: boolean): Promise<number> {
  listener = await openListener({
    port: 0,
    host: '127.0.0.1',
    hostNames: ['localhost'],
    maxBytes: 10_000,
    tls: null,
    recipient: async () => ({ workspace: 'northbeam', purpose: 'intro' }),
    deliver: async () => {
      if (waits)
        await new Promise<void>((resolve) => {
          commit = resolve;
        });
      return null;
    },
    log: { info() {}, warn() {}, error() {} },
    limits,
  });
  return listener.port;
}

test('when there are too many, the one that has gone longest without a mail leaves and the new one stays', async () => {
  const port = await open({ connections: 2 }, false);
  const [first, second] = [rawClient(port), rawClient(port)];
  await toData(first);
  await second.answer();
  expect(await first.say(MAIL)).toMatch(/^250 /);
  const third = rawClient(port);
  expect(await third.answer()).toMatch(/^220 /);
  await second.closed;
  expect(second.heard()).toMatch(/421 Too many connections/);
  expect(await first.say('NOOP\r\n')).toMatch(/^250 /);
  for (const { socket } of [first, third]) socket.destroy();
});

test('nobody whose mail is being kept is sent away for a new one', async () => {
  const port = await open({ connections: 1 }, true);
  const first = rawClient(port);
  await toData(first);
  const answer = first.say(MAIL);
  await pause(50);
  const second = rawClient(port);
  await second.closed;
  expect(second.heard()).toMatch(/^421 /);
  commit();
  expect(await answer).toMatch(/^250 /);
  first.socket.destroy();
});

test('a session that goes on handing in mails may stay as long as it likes', async () => {
  const client = rawClient(await open({ session: 700 }, false));
  await toData(client);
  for (let mail = 0; mail < 5; mail += 1) {
    await pause(300);
    expect(await client.say(MAIL)).toMatch(/^250 /);
    await client.say('MAIL FROM:<>\r\n');
    await client.say('RCPT TO:<intro@localhost>\r\n');
    await client.say('DATA\r\n');
  }
  client.socket.destroy();
});
