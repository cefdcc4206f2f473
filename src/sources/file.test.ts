import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import type { Incoming } from '#domain/arrival.js';
import { isRefusal } from '#domain/refusal.js';
import { readFile } from '#sources/file.js';
import { splitMailboxFile } from '#sources/mailbox-file.js';

const MAIL = 'From: Theo <theo@cobaltridge.example>\r\nSubject: Harbor Mutual\r\n\r\nDana, meet Joanna.\r\n';

function file(bytes: string | Uint8Array, fileName: string | null = null): Incoming {
  return {
    bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes,
    via: 'drop',
    receivedAt: '2026-03-05T21:42:18Z',
    envelope: null,
    by: null,
    fileName,
  };
}

function read(bytes: string | Uint8Array, fileName: string | null = null) {
  const found = readFile(file(bytes, fileName));
  if (isRefusal(found)) throw new Error(found.refused);
  return found.map(({ incoming, problems }) => ({
    text: Buffer.from(incoming.bytes).toString('latin1'),
    incoming,
    problems: problems.map(({ code }) => code),
  }));
}

test('an .eml is itself, byte for byte, whatever its line ends and with a byte order mark', () => {
  for (const mail of [MAIL, MAIL.replaceAll('\r\n', '\n'), `\ufeff${MAIL}`]) {
    const [only] = read(mail, 'intro.eml');
    expect(Buffer.from(only!.incoming.bytes).toString('utf8')).toBe(mail);
    expect(only).toMatchObject({ problems: [], incoming: { fileName: 'intro.eml', via: 'drop' } });
  }
});

test('a mailbox file becomes its mails, without the From lines and with unquoted bodies', () => {
  const mbox =
    'From theo@cobaltridge.example Thu Mar  5 16:42:18 2026\nSubject: one\n\nFrom here on, Dana.\n>From the road, Theo\n>>From deeper\n\n' +
    'From MAILER-DAEMON Fri Mar 06 08:00:00 2026 -0500\nSubject: two\n\nFrom Harbor at 9:30\nbye\n';
  expect(read(mbox, 'all.mbox').map(({ text }) => text)).toEqual([
    'Subject: one\n\nFrom here on, Dana.\nFrom the road, Theo\n>From deeper\n',
    'Subject: two\n\nFrom Harbor at 9:30\nbye\n',
  ]);
});

test('a mailbox file gives back the mails that were written into it', () => {
  const body = fc.array(
    fc.constantFrom(
      'From me',
      '>From you',
      '>>From x',
      'From a@b.example Thu Mar  5 16:42:18 2026',
      'hello',
      '',
      '.',
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      fc.array(body, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
      (bodies, end) => {
        const mails = bodies.map((lines, at) => [`Subject: ${at}`, '', ...lines, ''].join(end));
        const mbox = mails
          .map(
            (mail) =>
              `From a@b.example Thu Mar  5 16:42:18 2026${end}${mail.replace(/^(>*From )/gm, '>$1')}${end}`,
          )
          .join('');
        expect(splitMailboxFile(Buffer.from(mbox)).map((mail) => Buffer.from(mail).toString())).toEqual(
          mails,
        );
      },
    ),
  );
});

test('words pasted without a head are kept as a marked message with a date and no sender', async () => {
  const [only] = read('Hi Dana,\nJoanna at Harbor Mutual asks for help: grüße', null);
  expect(only!.problems).toEqual(['file.no-head']);
  const parsed = await simpleParser(Buffer.from(only!.incoming.bytes));
  expect(parsed.from).toBeUndefined();
  expect(parsed.date?.toISOString()).toBe('2026-03-05T21:42:18.000Z');
  expect(parsed.headers.get('x-baton-pasted')).toBe('yes');
  expect(parsed.text).toBe('Hi Dana,\nJoanna at Harbor Mutual asks for help: grüße');
});

test('words that look a little like a head are words', () => {
  for (const words of [
    'Note: call Joanna\n\nsoon',
    'Intro: Dana\nshe is nice\n\nSubject: x',
    'https://northbeam.example\n',
  ]) {
    expect(read(words)[0]!.problems).toEqual(['file.no-head']);
  }
});

test('a mail pasted with the head that a mail program shows is a mail', () => {
  const shown =
    'From: Theo Brandt <theo@cobaltridge.example>\nSent: Thursday, March 5\nTo: Dana\nSubject: Intro\n\nDana, meet Joanna.';
  expect(read(shown)[0]).toMatchObject({ text: shown, problems: [] });
});

test('words in Windows’ or in sixteen-bit letters stay readable', async () => {
  const [western] = read(Buffer.from('Grüße, Jürgen', 'latin1'));
  const [wide] = read(Buffer.from('\ufeffGrüße, Jürgen', 'utf16le'));
  for (const one of [western, wide]) {
    expect((await simpleParser(Buffer.from(one!.incoming.bytes))).text).toBe('Grüße, Jürgen');
  }
});

test('a web page is kept with its words, and says that it is no mail', async () => {
  const [only] = read('<!DOCTYPE html>\n<html><body><p>Dana, meet Joanna.</p></body></html>');
  expect(only!.problems).toEqual(['file.web-page']);
  expect((await simpleParser(Buffer.from(only!.incoming.bytes))).text).toContain('Dana, meet Joanna.');
});

test('junk is kept byte for byte, with a problem that says so', () => {
  const junk = Buffer.from('%PDF-1.7\n\0\x01\x02\xff', 'latin1');
  const [only] = read(junk, 'deck.pdf');
  expect(only!.problems).toEqual(['file.not-a-mail']);
  expect(Buffer.from(only!.incoming.bytes).equals(junk)).toBe(true);
});

test('an Outlook .msg is refused in a sentence, by its name or by its bytes', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae10000', 'hex');
  for (const refused of [readFile(file('x', 'Intro.MSG')), readFile(file(ole, 'intro'))]) {
    expect(refused).toMatchObject({
      refused: 'file.outlook-message',
      because: expect.stringContaining('.eml'),
    });
  }
});

test('nothing is refused as nothing', () => {
  expect(readFile(file(' \r\n\t'))).toMatchObject({ refused: 'file.empty' });
});

test('whatever the bytes, a file is refused in words or kept, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const found = readFile(file(bytes));
      expect(isRefusal(found) || found.length > 0).toBe(true);
    }),
  );
});
