import { afterEach, describe, expect, test } from 'vitest';
import { openReceiver } from '../../../test/outgoing/receiver.js';
import { scriptedServer } from '../../../test/outgoing/scripted-server.js';
import { PATIENCE } from './conversation.js';
import type { OutgoingServer } from './server.js';
import { type Submission, submit } from './submit.js';

const closing: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

const SHORT = { ...PATIENCE, connect: 500, greeting: 300, answer: 300, whole: 2_000 };
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

describe('a mail that the server takes', () => {
  test('arrives byte for byte, and the server’s own words are kept', async () => {
    const server = await receiver();
    const submitted = await submit(here(server.port), MAIL);
    expect(submitted).toMatchObject({ went: 'taken', refused: [] });
    expect(submitted.words).toMatch(/^250 /);
    expect(server.mails).toMatchObject([{ from: MAIL.from, to: MAIL.to }]);
    expect(server.mails[0]?.bytes.equals(Buffer.from(MAIL.bytes))).toBe(true);
  });

  test('handed over twice is the same bytes twice', async () => {
    const server = await receiver();
    await submit(here(server.port), MAIL);
    await submit(here(server.port), MAIL);
    expect(server.mails).toHaveLength(2);
    expect(server.mails[0]?.bytes.equals(server.mails[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('is followed by a goodbye, so that no server logs a broken line', async () => {
    const server = await scripted({});
    await submit(here(server.port), MAIL);
    await expect.poll(() => server.heard.at(-1)).toBe('QUIT');
  });

  test('signs in first where a user is set', async () => {
    const server = await receiver({
      allowInsecureAuth: true,
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        done(password === 'right & proper' ? null : new Error('No'), { user: username }),
    });
    const signedIn = { user: 'baton@northbeam.example', password: 'right & proper' };
    expect(await submit(here(server.port, signedIn), MAIL)).toMatchObject({ went: 'taken' });
    expect(server.mails[0]?.user).toBe('baton@northbeam.example');
  });

  test('says its size, and one larger than the server takes is refused before it is sent', async () => {
    const server = await scripted({ offers: ['SIZE 40'] });
    const submitted = await submit(here(server.port), MAIL);
    expect(submitted).toMatchObject({ went: 'refused' });
    expect(submitted.words).toContain('40');
    expect(server.heard.some((line) => line.startsWith('MAIL'))).toBe(false);
    const roomy = await scripted({ offers: ['SIZE 4000'] });
    await submit(here(roomy.port), MAIL);
    expect(roomy.heard).toContain(`MAIL FROM:<${MAIL.from}> SIZE=${MAIL.bytes.length}`);
  });
});

describe('recipients', () => {
  test('one of two refused is named, and the mail goes to the other', async () => {
    const server = await scripted({ replies: { RCPT: ['250 Ok', '550 5.1.1 No such user'] } });
    expect(await submit(here(server.port), MAIL)).toEqual({
      went: 'taken',
      words: '250 2.0.0 Ok: queued as 4bQ1',
      refused: [{ address: 'theo@cobaltridge.example', words: '550 5.1.1 No such user' }],
    });
  });

  test('all refused is a refused mail, and nothing of it was sent', async () => {
    const server = await scripted({ replies: { RCPT: '550 5.1.1 No such user' } });
    const submitted = await submit(here(server.port), MAIL);
    expect(submitted).toMatchObject({ went: 'refused', words: '550 5.1.1 No such user' });
    expect(submitted.refused.map((each) => each.address)).toEqual(MAIL.to);
    expect(server.heard).not.toContain('DATA');
  });

  test('of whom one is only put off make a mail for later, so that nobody is given up', async () => {
    const server = await scripted({ replies: { RCPT: ['451 4.7.1 Greylisted, come back', '550 5.1.1 No'] } });
    expect(await submit(here(server.port), MAIL)).toMatchObject({
      went: 'later',
      words: '451 4.7.1 Greylisted, come back',
      refused: [{ address: MAIL.to[0] }, { address: MAIL.to[1] }],
    });
  });

  test('whom the server cannot write are named, and the rest get it', async () => {
    const server = await scripted({});
    const to = ['größe@harbor.example', 'priya@härbor.example'];
    expect(await submit(here(server.port), { ...MAIL, to })).toMatchObject({
      went: 'taken',
      refused: [{ address: 'größe@harbor.example' }],
    });
    expect(server.heard).toContain('RCPT TO:<priya@xn--hrbor-gra.example>');
    const able = await scripted({ offers: ['SMTPUTF8'] });
    expect(await submit(here(able.port), { ...MAIL, to })).toMatchObject({ went: 'taken', refused: [] });
  });

  test('cannot smuggle a command in', async () => {
    const server = await scripted({});
    const to = ['priya@harbor.example>\r\nRCPT TO:<eve@evil.example'];
    expect(await submit(here(server.port), { ...MAIL, to })).toMatchObject({ went: 'refused' });
    expect(server.heard.join('\n')).not.toContain('eve');
  });
});

describe('a server that says no', () => {
  test.each([
    ['MAIL', '550 5.7.1 Sender is not yours', 'refused'],
    ['MAIL', '451 4.3.0 Try later', 'later'],
    ['DATA', '554 5.6.0 No', 'refused'],
    ['DATA', '421 4.3.2 Going down', 'later'],
  ])('to %s with “%s” leaves the mail %s', async (verb, reply, went) => {
    const server = await scripted({ replies: { [verb]: reply } });
    expect(await submit(here(server.port), MAIL)).toMatchObject({ went, words: reply });
  });

  test.each([
    ['552 5.3.4 Too big', 'refused'],
    ['451 4.7.1 Greylisted', 'later'],
  ])('after the final dot with “%s” leaves the mail %s', async (taken, went) => {
    const server = await scripted({ taken });
    expect(await submit(here(server.port), MAIL)).toMatchObject({ went, words: taken });
  });

  test('to the password was not reached: nothing is wrong with the mail, and its password is in no words', async () => {
    const server = await scripted({
      offers: ['AUTH PLAIN LOGIN'],
      replies: { AUTH: '535 5.7.8 authentication failed' },
    });
    const submitted = await submit(here(server.port, { user: 'baton', password: 'hunter2!' }), MAIL);
    expect(submitted).toMatchObject({ went: 'not-reached', refused: [] });
    expect(submitted.words).toContain('did not let baton sign in: 535 5.7.8 authentication failed');
    expect(JSON.stringify(submitted)).not.toContain('hunter2');
    expect(server.heard).not.toContain('DATA');
  });

  test('because nobody signed in was not reached either', async () => {
    const server = await scripted({ replies: { MAIL: '530 5.7.0 Authentication required' } });
    const submitted = await submit(here(server.port), MAIL);
    expect(submitted).toMatchObject({ went: 'not-reached' });
    expect(submitted.words).toContain('wants a user and a password');
  });

  test('at its greeting was not reached', async () => {
    const server = await scripted({ greeting: '554 5.3.2 No service' });
    expect(await submit(here(server.port), MAIL)).toMatchObject({ went: 'not-reached' });
  });
});

describe('a line that breaks', () => {
  test('after the final dot leaves it unknown whether the server took the mail', async () => {
    const server = await scripted({ taken: 'drop' });
    const submitted = await submit(here(server.port), MAIL);
    expect(submitted).toMatchObject({ went: 'unknown', refused: [] });
    expect(submitted.words).toMatch(/closed the line|broke the line/);
  });

  test('and a server that says nothing after the final dot do the same', async () => {
    const server = await scripted({ taken: 'silence' });
    expect(await submit(here(server.port), MAIL, SHORT)).toMatchObject({ went: 'unknown' });
    expect(server.mails).toHaveLength(1);
  });

  test.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])(
    'at %s did not reach the server with the mail',
    async (verb) => {
      const server = await scripted({ replies: { [verb]: 'drop' } });
      expect(await submit(here(server.port), MAIL)).toMatchObject({ went: 'not-reached', refused: [] });
      expect(server.mails).toEqual([]);
    },
  );

  test('within a large mail did not reach it: without its end no server takes a mail', async () => {
    const server = await scripted({ dropWithin: 100_000 });
    const bytes = Buffer.from(
      `Subject: Large\r\n\r\n${'x'.repeat(76)}\r\n`.padEnd(40_000_000, 'long line\r\n'),
    );
    expect(await submit(here(server.port), { ...MAIL, bytes })).toMatchObject({ went: 'not-reached' });
  });

  test('before the greeting, and a server that never greets, are told in words', async () => {
    const silent = await scripted({ greeting: 'silence' });
    expect(await submit(here(silent.port), MAIL, SHORT)).toMatchObject({ went: 'not-reached' });
    const closed = await scripted({ greeting: 'drop' });
    expect(await submit(here(closed.port), MAIL)).toMatchObject({ went: 'not-reached' });
  });

  test('nowhere: a port on which nothing listens and a name that nobody has', async () => {
    const server = await scriptedServer({});
    await server.close();
    const refused = await submit(here(server.port), MAIL);
    expect(refused).toEqual({
      went: 'not-reached',
      words: `Nothing listens at 127.0.0.1:${server.port}.`,
      refused: [],
    });
    const nowhere = await submit(here(25, { host: 'no-such-host.invalid' }), MAIL);
    expect(nowhere.went).toBe('not-reached');
    expect(nowhere.words).toContain('no-such-host.invalid');
  });

  test('never holds anybody longer than the whole patience, however slowly the server talks', async () => {
    const greeting = Array.from({ length: 400 }, () => '220-wait').join('\r\n');
    const server = await scripted({ greeting, replies: { EHLO: 'silence' } });
    const began = performance.now();
    const patience = { ...SHORT, greeting: 60_000, answer: 60_000, whole: 400 };
    expect(await submit(here(server.port), MAIL, patience)).toMatchObject({ went: 'not-reached' });
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
