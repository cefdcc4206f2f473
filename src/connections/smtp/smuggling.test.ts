import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SmtpDelivery } from '#connections/smtp/delivery.js';
import { type Listener, openListener } from '#connections/smtp/listener.js';
import { rawClient, toData } from '#connections/smtp/raw-client.js';

const SILENT = { info() {}, warn() {}, error() {} };
const SECOND =
  'MAIL FROM:<ceo@northbeam.example>\r\nRCPT TO:<intro@localhost>\r\nDATA\r\nFrom: ceo@northbeam.example\r\nSubject: smuggled\r\n\r\nPay them.';
const taken: SmtpDelivery[] = [];
let listener: Listener;

beforeAll(async () => {
  listener = await openListener({
    port: 0,
    host: '127.0.0.1',
    hostNames: ['localhost'],
    maxBytes: 100_000,
    tls: null,
    recipient: async (address) =>
      address === 'intro@localhost' ? { workspace: 'w', purpose: 'intro' } : null,
    deliver: async (delivery) => {
      taken.push(delivery);
      return null;
    },
    log: SILENT,
    limits: { refusedData: 300, idle: 600 },
  });
});
afterAll(() => listener.close());
beforeEach(() => taken.splice(0));

/** The false ends of data that servers were found to take for true ones, as smtpsmug lists them, and more. */
const FALSE_ENDS = [
  '\n.\n',
  '\n.\r\n',
  '\r.\r',
  '\r.\r\n',
  '\r\n.\n',
  '\r\n.\r',
  '\r.\n',
  '\n.\r',
  '\r\r\n.\r\r\n',
  '\n\n.\r\n',
  '\r\n\0.\r\n',
  '\r\n.\0\r\n',
  '\r\n\r.\r\n',
];

test.each(FALSE_ENDS)('%j ends no mail: the whole is refused and nothing is smuggled', async (end) => {
  const client = rawClient(listener.port);
  await toData(client);
  const answer = await client.say(`Subject: first\r\n\r\nHello${end}${SECOND}\r\n.\r\n`);
  expect(answer).toMatch(/^550 This mail was refused/);
  expect(await client.say('QUIT\r\n')).toMatch(/^221/);
  expect(taken).toHaveLength(0);
  // One each for EHLO, MAIL and RCPT: no smuggled command was answered.
  expect(client.heard().match(/^250 /gm)).toHaveLength(3);
});

test('a client that takes a false end for the end, and waits, is told and cut', async () => {
  const answers = await Promise.all(
    FALSE_ENDS.map(async (end) => {
      const client = rawClient(listener.port);
      await toData(client);
      const answer = await client.say(`Subject: first\r\n\r\nHello${end}`);
      await client.closed;
      return answer;
    }),
  );
  // Where the last four bytes are undecided until more comes, the silence ends it.
  for (const answer of answers) expect(answer).toMatch(/^(550 This mail was refused|421 Timeout)/);
  expect(taken).toHaveLength(0);
});

test('the same holds however the bytes are cut into packets', async () => {
  for (const end of ['\r\n.\n', '\n.\r\n', '\r.\r\n']) {
    const client = rawClient(listener.port);
    client.socket.setNoDelay(true);
    await toData(client);
    for (const byte of `a${end}${SECOND.slice(0, 20)}`) {
      client.socket.write(byte);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await client.say('\r\n.\r\n')).toMatch(/^550/);
    client.socket.destroy();
  }
  expect(taken).toHaveLength(0);
});

test('a stuffed dot that comes as a packet of its own is content and not an end', async () => {
  const client = rawClient(listener.port);
  client.socket.setNoDelay(true);
  await toData(client);
  client.socket.write('..');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await client.say('\r\nMAIL FROM:<x@y.example>\r\n.\r\n')).toMatch(/^250/);
  expect(Buffer.from(taken[0]!.bytes).toString()).toBe('.\r\nMAIL FROM:<x@y.example>\r\n');
  client.socket.destroy();
});

test('commands sent in one go after a true end are a second transaction and stay one mail each', async () => {
  const client = rawClient(listener.port);
  await toData(client);
  client.socket.write(`Subject: one\r\n\r\n1\r\n.\r\n${SECOND}\r\n.\r\nQUIT\r\n`);
  await client.closed;
  expect(taken.map(({ bytes }) => /Subject: (.*)\r/.exec(Buffer.from(bytes).toString())?.[1])).toEqual([
    'one',
    'smuggled',
  ]);
});

test('a client that talks before it is greeted is turned away', async () => {
  const client = rawClient(listener.port);
  client.socket.write(`EHLO partner.example\r\n${SECOND}\r\n.\r\n`);
  await client.closed;
  expect(client.heard()).toMatch(/^421 /);
  expect(taken).toHaveLength(0);
});

test.each([
  'RCPT TO:<intro@localhost\r>',
  'RCPT TO:<intro@localhost>\0',
  'RCPT TO:<"intro@localhost\n250 x"@localhost>',
  'RCPT TO:<intro@localhost>, <a@b.example>',
  'RCPT TO:intro@localhost',
])('an address that carries more than an address is refused: %j', async (command) => {
  const client = rawClient(listener.port);
  await client.answer();
  await client.say('EHLO partner.example\r\n');
  await client.say('MAIL FROM:<theo@cobaltridge.example>\r\n');
  expect(await client.say(`${command}\r\n`)).toMatch(/^5\d\d /);
  client.socket.destroy();
});
