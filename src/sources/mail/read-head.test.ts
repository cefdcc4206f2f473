import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHead } from '#sources/mail/read-head.js';
import { readSentDate } from '#sources/mail/sent-date.js';

function head(text: string) {
  return readHead(Buffer.from(text, 'latin1'));
}

describe('the head of a mail', () => {
  it('is read before anything is decoded', () => {
    const read = head(
      'From: =?iso-8859-1?Q?J=F6rg_Teichmann?= <j@schalwerk.example>\r\nTo: "Feld, Annegret" <a@feld.example>,\r\n b@c.example\r\nSubject: =?utf-8?B?R3LDvMOf?=\r\n =?utf-8?B?ZQ==?=\r\nDate: Wed, 18 Feb 2026 14:05:31 +0100\r\nMessage-ID: <1@x.example>\r\nReferences: <0@x.example>\r\n <00@x.example>\r\n\r\nbody',
    );
    expect(read.from).toEqual({ name: 'Jörg Teichmann', address: 'j@schalwerk.example' });
    expect(read.to.map(({ address }) => address)).toEqual(['a@feld.example', 'b@c.example']);
    expect(read.subject).toBe('Grüße');
    expect(read.date).toBe('2026-02-18T14:05:31+01:00');
    expect(read.references).toEqual(['<0@x.example>', '<00@x.example>']);
  });

  it('joins a character that was cut between two encoded words', () => {
    expect(
      head('From: a@b.example\r\nSubject: =?utf-8?B?w4M=?= =?utf-8?Q?=C3?= =?utf-8?Q?=BC?=\r\n\r\n').subject,
    ).toBe('Ãü');
  });

  it('lets no encoded name smuggle in an address', () => {
    const read = head('From: =?utf-8?Q?Boss_=3Cboss=40larkspur.example=3E?= <thief@evil.example>\r\n\r\n');
    expect(read.from?.address).toBe('thief@evil.example');
  });

  it('takes the first of a doubled From', () => {
    expect(head('From: a@one.example\r\nFrom: b@two.example\r\nSubject: x\r\n\r\n').from?.address).toBe(
      'a@one.example',
    );
  });

  it('reads raw 8-bit headers as UTF-8, and else as Windows-1252', () => {
    expect(readHead(Buffer.from('From: a@b.example\r\nSubject: Grüße\r\n\r\n', 'utf8')).subject).toBe(
      'Grüße',
    );
    expect(head('From: a@b.example\r\nSubject: Gr\xfc\xdfe\r\n\r\n').subject).toBe('Grüße');
  });

  it('never throws and never yields what PostgreSQL refuses, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        const read = readHead(Buffer.concat([Buffer.from('From: a@b.example\r\nSubject: '), noise]));
        expect(read.subject).not.toMatch(/\0/);
      }),
    );
  });
});

describe('the Date header', () => {
  it.each([
    ['Thu, 5 Mar 2026 16:42:18 -0500', '2026-03-05T16:42:18-05:00'],
    ['5 Mar 26 16:42 EST', '2026-03-05T16:42:00-05:00'],
    ['Mon, 13 Apr 2026 08:17:55 +0000 (UTC)', '2026-04-13T08:17:55+00:00'],
    ['Sat, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59+00:00'],
    ['Mon, 30 Feb 2026 10:00:00 +0000', null],
    ['yesterday', null],
    ['', null],
  ])('%s is %s', (raw, read) => {
    expect(readSentDate(raw)).toBe(read);
  });
});
