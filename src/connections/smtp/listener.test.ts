import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import type { SmtpDelivery } from '#connections/smtp/delivery.js';
import { type Listener, type ListenerOptions, openListener } from '#connections/smtp/listener.js';
import { rawClient, toData } from '#connections/smtp/raw-client.js';
import { Fault } from '#domain/fault.js';
import { refuse } from '#domain/refusal.js';

const SILENT = { info() {}, warn() {}, error() {} };
const MAIL = 'From: Theo <theo@cobaltridge.example>\r\nSubject: Harbor Mutual\r\n\r\nDana, meet Joanna.\r\n';
const opened: Listener[] = [];
const taken: SmtpDelivery[] = [];

async function open(options: Partial<ListenerOptions> = {}): Promise<number> {
  taken.splice(0);
  const listener = await openListener({
    port: 0,
    host: '127.0.0.1',
    hostNames: ['baton.northbeam.example', 'localhost'],
    maxBytes: 1_000_000,
    tls: null,
    recipient: async (address) =>
      /^(intro|.*ü.*)@/i.test(address) ? { workspace: 'northbeam', purpose: 'intro' } : null,
    deliver: async (delivery) => {
      taken.push(delivery);
      return null;
    },
    log: SILENT,
    now: () => '2026-03-05T21:42:18Z',
    ...options,
  });
  opened.push(listener);
  return listener.port;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((listener) => listener.close()));
});

function send(
  port: number,
  to: string | string[],
  raw: string | Buffer = MAIL,
  from = 'theo@cobaltridge.example',
) {
  const options = { port, host: '127.0.0.1', ignoreTLS: true, name: 'mx.cobaltridge.example' };
  return createTransport(options).sendMail({ envelope: { from, to }, raw });
}

test('an intro sent by a mail library arrives byte for byte, with its envelope', async () => {
  const port = await open();
  const raw = `${MAIL}.a line that begins with a dot\r\n..two\r\n.\r\nend\r\n`;
  const info = await send(port, ['intro@localhost', 'INTRO@baton.northbeam.example'], raw);
  expect(info.response).toMatch(/^250 /);
  expect(taken).toHaveLength(1);
  expect(Buffer.from(taken[0]!.bytes).toString('latin1')).toBe(raw);
  expect(taken[0]).toMatchObject({
    envelope: {
      mailFrom: 'theo@cobaltridge.example',
      rcptTo: ['intro@localhost', 'INTRO@baton.northbeam.example'],
      clientAddress: '127.0.0.1',
      helo: 'mx.cobaltridge.example',
      encrypted: false,
      utf8: false,
    },
    recipients: [
      { address: 'intro@localhost', workspace: 'northbeam', purpose: 'intro' },
      { address: 'INTRO@baton.northbeam.example', workspace: 'northbeam', purpose: 'intro' },
    ],
    receivedAt: '2026-03-05T21:42:18Z',
  });
});

test('addresses and headers in UTF-8 are taken as they are', async () => {
  const port = await open();
  const raw = Buffer.from('From: Jürgen <jürgen@süd.example>\r\nSubject: Grüße 你好\r\n\r\nHallo\r\n');
  await send(port, 'grüße@localhost', raw, 'jürgen@süd.example');
  expect(taken[0]!.envelope).toMatchObject({
    mailFrom: 'jürgen@süd.example',
    rcptTo: ['grüße@localhost'],
    utf8: true,
  });
  expect(Buffer.from(taken[0]!.bytes).equals(raw)).toBe(true);
});

test('mail for others is refused with 550 and a sentence: nothing is relayed', async () => {
  const port = await open();
  await expect(send(port, 'someone@elsewhere.example')).rejects.toMatchObject({
    responseCode: 550,
    response: expect.stringContaining('No mail for this address is taken in here'),
  });
  expect(taken).toHaveLength(0);
});

test('who guesses addresses is shown out', async () => {
  const client = rawClient(await open({ limits: { refusedRecipients: 3 } }));
  await client.answer();
  await client.say('EHLO x.example\r\n');
  await client.say('MAIL FROM:<>\r\n');
  const answers: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) answers.push(await client.say(`RCPT TO:<${name}@localhost>\r\n`));
  expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['550', '550', '550', '421']);
  await client.closed;
});

test('the 250 waits for the commit', async () => {
  let commit = (_: null) => {};
  const port = await open({ deliver: () => new Promise((resolve) => (commit = resolve)) });
  const client = rawClient(port);
  await toData(client);
  const answer = client.say(`${MAIL}.\r\n`);
  const early = await Promise.race([
    answer,
    new Promise((resolve) => setTimeout(() => resolve('nothing'), 200)),
  ]);
  expect(early).toBe('nothing');
  commit(null);
  expect(await answer).toMatch(/^250 /);
  client.socket.destroy();
});

test.each([
  [
    'a database that is away is 451, so that the sender keeps the mail',
    new Fault('database.away', 'secret host name', { retry: 'soon' }),
    451,
  ],
  ['a bug of ours is 451 too', new Error('secret detail'), 451],
  ['a fault that never passes is 554', new Fault('key.lost', 'secret path', { retry: 'never' }), 554],
])('%s', async (_, failure, code) => {
  const port = await open({ deliver: () => Promise.reject(failure) });
  const refused = await send(port, 'intro@localhost').catch((error) => error);
  expect(refused.responseCode).toBe(code);
  expect(refused.response).not.toContain('secret');
});

test('a rule that says no is 550 with the rule’s own sentence', async () => {
  const port = await open({
    deliver: async () => refuse('arrival.blocked', 'Mails from this list are not kept.'),
  });
  await expect(send(port, 'intro@localhost')).rejects.toMatchObject({
    responseCode: 550,
    response: '550 Mails from this list are not kept.',
  });
});

test('a recipient that cannot be looked up is 451', async () => {
  const port = await open({ recipient: () => Promise.reject(new Error('no database')) });
  await expect(send(port, 'intro@localhost')).rejects.toMatchObject({ responseCode: 451 });
});

test('a mail over the size is 552, announced or not, and one of exactly the size is taken', async () => {
  const port = await open({ maxBytes: 10_000 });
  await expect(send(port, 'intro@localhost', 'x'.repeat(20_000))).rejects.toMatchObject({
    responseCode: 552,
  });
  const client = rawClient(port);
  await toData(client);
  expect(await client.say(`${'x'.repeat(9_999)}\r\n.\r\n`)).toMatch(/^552 /);
  await client.say('MAIL FROM:<>\r\n');
  await client.say('RCPT TO:<intro@localhost>\r\n');
  await client.say('DATA\r\n');
  expect(await client.say(`${'x'.repeat(9_998)}\r\n.\r\n`)).toMatch(/^250 /);
  expect(taken.map(({ bytes, envelope }) => [bytes.length, envelope.mailFrom])).toEqual([[10_000, null]]);
  client.socket.destroy();
});

test('one who never stops sending is answered and cut', async () => {
  const client = rawClient(await open({ maxBytes: 10_000, limits: { refusedData: 200 } }));
  await toData(client);
  const pouring = setInterval(() => client.socket.write('y'.repeat(50_000)), 5);
  await client.closed;
  clearInterval(pouring);
  expect(taken).toHaveLength(0);
});

test('all sessions together hold no more than the memory allows', async () => {
  const port = await open({ limits: { memory: 64 * 1024 } });
  const slow = rawClient(port);
  await toData(slow);
  slow.socket.write('z'.repeat(40_000));
  await pause(50);
  // The slow one has to go before a quicker one is turned away.
  await expect(send(port, 'intro@localhost', 'x'.repeat(50_000))).resolves.toBeTruthy();
  await slow.closed;
  await expect(send(port, 'intro@localhost', 'x'.repeat(90_000))).rejects.toMatchObject({
    responseCode: 452,
  });
  await expect(send(port, 'intro@localhost')).resolves.toBeTruthy();
  expect(taken).toHaveLength(2);
});

test('a thousand slow connections do not keep a good mail out', async () => {
  const port = await open({ limits: { connections: 700 } });
  const slow = await Promise.all(
    Array.from({ length: 1_000 }, async (_, number) => {
      const client = rawClient(port);
      await once(client.socket, 'connect');
      if (number % 2 === 0) client.socket.write('E');
      else client.answer().then(() => client.socket.write('EHLO slow.example\r\nMAIL FROM:<>\r\n'));
      return client;
    }),
  );
  const dribble = setInterval(() => {
    for (const { socket } of slow) if (!socket.destroyed) socket.write(' ');
  }, 250);
  const start = performance.now();
  await send(port, 'intro@localhost');
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(taken).toHaveLength(1);
  clearInterval(dribble);
  for (const { socket } of slow) socket.destroy();
});

test('a session that hands nothing in ends, however busy it looks', async () => {
  const client = rawClient(await open({ limits: { session: 600 } }));
  await client.answer();
  await client.say('EHLO x.example\r\n');
  const busy = setInterval(() => client.socket.write('NOOP\r\n'), 50);
  await client.closed;
  clearInterval(busy);
  expect(client.heard()).toContain('421 This connection took too long');
});

test('closing finishes the mail that is being sent and turns the others away', async () => {
  const port = await open();
  const [idle, sending] = [rawClient(port), rawClient(port)];
  await idle.answer();
  await toData(sending);
  sending.socket.write(MAIL.slice(0, 20));
  await pause(50);
  const closed = opened[0]!.close();
  await idle.closed;
  expect(idle.heard()).toContain('421 This server is being stopped');
  expect(await sending.say(`${MAIL.slice(20)}.\r\n`)).toMatch(/^250 /);
  await closed;
  expect(taken).toHaveLength(1);
  await expect(send(port, 'intro@localhost')).rejects.toMatchObject({ code: 'ESOCKET' });
});

test('closing does not wait for ever for one who dawdles', async () => {
  const port = await open({ limits: { closing: 200 } });
  const slow = rawClient(port);
  await toData(slow);
  await opened[0]!.close();
  await slow.closed;
  expect(slow.heard()).toContain('421 This server is being stopped');
});

test('a client that vanishes in the middle of its mail leaves nothing behind', async () => {
  const port = await open({ limits: { memory: 20_000 } });
  for (let round = 0; round < 5; round += 1) {
    const client = rawClient(port);
    await toData(client);
    client.socket.write('x'.repeat(10_000));
    await pause(20);
    client.socket.destroy();
    await client.closed;
  }
  await expect(send(port, 'intro@localhost', 'x'.repeat(15_000))).resolves.toBeTruthy();
  expect(taken).toHaveLength(1);
});

test('STARTTLS, sign-in and the jokes of old servers are not offered', async () => {
  const client = rawClient(await open());
  expect(await client.answer()).toBe('220 baton.northbeam.example ESMTP Baton');
  const offer = await client.say('EHLO x.example\r\n');
  expect(offer).not.toMatch(/STARTTLS|AUTH|CHUNKING|XCLIENT/);
  expect(offer).toMatch(/SIZE 1000000/);
  for (const command of ['STARTTLS', 'AUTH PLAIN AAAA', 'WIZ x', 'VRFY intro'])
    expect(await client.say(`${command}\r\n`)).toMatch(/^500 /);
  client.socket.destroy();
});

test('with a key of one’s own, mail comes in encrypted', async () => {
  // A key and certificate for tests that everybody has, which is why the listener never uses it by itself.
  const known = createRequire(import.meta.url)('smtp-server/lib/tls-options.js')({});
  const port = await open({ tls: { key: known.key, cert: known.cert } });
  const transport = createTransport({
    port,
    host: '127.0.0.1',
    requireTLS: true,
    tls: { rejectUnauthorized: false },
  });
  await transport.sendMail({
    envelope: { from: 'theo@cobaltridge.example', to: 'intro@localhost' },
    raw: MAIL,
  });
  expect(taken[0]!.envelope.encrypted).toBe(true);
  expect(taken[0]!.bytes.length).toBe(MAIL.length);
});

test('a port that is taken is an error and not a server that hears nothing', async () => {
  const port = await open();
  await expect(open({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
