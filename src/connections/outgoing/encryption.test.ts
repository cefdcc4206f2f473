import { afterEach, describe, expect, test } from 'vitest';
import { openReceiver } from '../../../test/outgoing/receiver.js';
import { scriptedServer } from '../../../test/outgoing/scripted-server.js';
import { type OutgoingServer, serverFromUrl } from './server.js';
import { type Submission, submit } from './submit.js';

const closing: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

const MAIL: Submission = {
  from: 'dana@northbeam.example',
  to: ['priya@harbor.example', 'theo@cobaltridge.example'],
  bytes: Buffer.from(
    'From: dana@northbeam.example\r\nSubject: Hello\r\n\r\n.A line that begins with a dot\r\nEnd\r\n',
  ),
};

function here(port: number, change: Partial<OutgoingServer> = {}): OutgoingServer {
  return { host: '127.0.0.1', port, security: 'none', user: null, password: null, ...change };
}

async function scripted(script: Parameters<typeof scriptedServer>[0]) {
  const server = await scriptedServer(script);
  closing.push(server);
  return server;
}

async function receiver(...given: Parameters<typeof openReceiver>) {
  const server = await openReceiver(...given);
  closing.push(server);
  return server;
}

describe('encryption', () => {
  test('by STARTTLS and from the first byte both carry a mail', async () => {
    const starttls = await receiver({ disabledCommands: [], allowInsecureAuth: false });
    expect(await submit(here(starttls.port, { security: 'starttls' }), MAIL)).toMatchObject({
      went: 'taken',
    });
    const tls = await receiver({ secure: true });
    expect(await submit(here(tls.port, { security: 'tls' }), MAIL)).toMatchObject({ went: 'taken' });
  });

  test('with a certificate that nobody signed is refused in a sentence, but on this machine', async () => {
    const starttls = await receiver({ disabledCommands: [] }, '0.0.0.0');
    const tls = await receiver({ secure: true }, '0.0.0.0');
    for (const [port, security] of [
      [starttls.port, 'starttls'],
      [tls.port, 'tls'],
    ] as const) {
      const submitted = await submit(
        here(port, { host: '0.0.0.0', security, user: 'baton', password: 'hunter2' }),
        MAIL,
      );
      expect(submitted).toMatchObject({ went: 'not-reached' });
      expect(submitted.words).toMatch(/^The line to 0\.0\.0\.0 is not safe: its certificate /);
    }
    expect([...starttls.mails, ...tls.mails]).toEqual([]);
  });

  test('that was taken out on the way is noticed, and neither password nor mail goes in the open', async () => {
    const server = await scripted({ offers: ['AUTH PLAIN'] });
    const given = { security: 'starttls', user: 'baton', password: 'hunter2' } as const;
    const submitted = await submit(here(server.port, given), MAIL);
    expect(submitted).toMatchObject({ went: 'not-reached' });
    expect(submitted.words).toContain('offers no STARTTLS');
    expect(server.heard.filter((line) => !/^(EHLO|STARTTLS)/.test(line))).toEqual([]);
  });

  test('asked of a port that speaks none is told as that', async () => {
    const server = await scripted({});
    const submitted = await submit(here(server.port, { security: 'tls' }), MAIL);
    expect(submitted).toMatchObject({ went: 'not-reached' });
    expect(submitted.words).toContain('speaks no TLS on this port');
  });
});

test('bytes beyond seven bits go only to a server that takes them', async () => {
  const bytes = Buffer.from('Subject: Grüße\r\n\r\nGrüße\r\n');
  const old = await scripted({});
  expect(await submit(here(old.port), { ...MAIL, bytes })).toMatchObject({ went: 'refused' });
  expect(old.mails).toEqual([]);
  const able = await scripted({ offers: ['8BITMIME'] });
  expect(await submit(here(able.port), { ...MAIL, bytes })).toMatchObject({ went: 'taken' });
  expect(able.heard).toContain(`MAIL FROM:<${MAIL.from}> BODY=8BITMIME`);
});

test('the URL of the environment says how the line is encrypted', () => {
  expect(serverFromUrl('smtps://ba%40ton:p%2Fw@mail.northbeam.example')).toEqual({
    host: 'mail.northbeam.example',
    port: 465,
    security: 'tls',
    user: 'ba@ton',
    password: 'p/w',
  });
  expect(serverFromUrl('smtp://mail.northbeam.example')).toMatchObject({
    port: 587,
    security: 'starttls',
    user: null,
  });
  expect(serverFromUrl('smtp://10.0.0.7:25?security=none')).toMatchObject({
    host: '10.0.0.7',
    port: 25,
    security: 'none',
  });
  expect(serverFromUrl('smtp://[::1]:2525')).toMatchObject({ host: '::1', security: 'offered' });
  expect(serverFromUrl('smtp://localhost')).toMatchObject({ security: 'offered' });
});
