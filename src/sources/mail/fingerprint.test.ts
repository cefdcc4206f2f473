import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '#sources/mail/fingerprint.js';

const SAME =
  'From: Theo <theo@cobalt.example>\r\nDate: Thu, 5 Mar 2026 16:42:18 -0500\r\nSubject: Intro\r\nMessage-ID: <a@cobalt.example>\r\n';

function hash(text: string): string {
  return fingerprint(Buffer.from(text, 'latin1'));
}

/** Bodies that end in words: empty lines at the end do not count. */
const bodies = fc.string({ minLength: 1, maxLength: 200 }).map((text) => `${text.replace(/[\r\n]+$/, '')}.`);

describe('the fingerprint of an arrival', () => {
  it('is the same for a Cc and for the copy that came through the mailbox', () => {
    const trace = fc.constantFrom(
      'Received: from a by b; Thu, 5 Mar 2026',
      'Return-Path: <x@y.example>',
      'X-Spam-Score: 3',
      'Delivered-To: dana@larkspur.example',
      'DKIM-Signature: v=1;\r\n b=abc',
    );
    fc.assert(
      fc.property(
        bodies,
        fc.array(trace, { maxLength: 6 }),
        fc.array(trace, { maxLength: 6 }),
        (body, before, after) => {
          const copy = [
            ...before.map((line) => `${line}\r\n`),
            SAME,
            ...after.map((line) => `${line}\r\n`),
            '\r\n',
            body,
          ].join('');
          expect(hash(copy)).toBe(hash(`${SAME}\r\n${body}`));
        },
      ),
    );
  });

  it('does not mind how lines end, how a field is folded, or how many empty lines close the mail', () => {
    const lf = `${SAME}\r\none\r\ntwo\r\n`.replace(/\r\n/g, '\n');
    expect(hash(lf)).toBe(hash(`${SAME}\r\none\r\ntwo\r\n\r\n\r\n`));
    expect(hash(`${SAME.replace('Subject: Intro', 'Subject:\r\n Intro')}\r\nx`)).toBe(hash(`${SAME}\r\nx`));
    expect(hash(`From x@y Thu Mar  5 16:42:18 2026\n${SAME}\r\nx`)).toBe(hash(`${SAME}\r\nx`));
  });

  it('differs after any change of a byte of the body', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 33, max: 126 }), (body, place, byte) => {
        const at = place % body.length;
        const changed = `${body.slice(0, at)}${String.fromCharCode(byte)}${body.slice(at + 1)}`;
        fc.pre(changed !== body && !/[\r\n]$/.test(changed));
        expect(hash(`${SAME}\r\n${changed}`)).not.toBe(hash(`${SAME}\r\n${body}`));
      }),
    );
  });

  it('differs when words move between a field and the body, or between two fields', () => {
    expect(hash('From: a@b.example\r\nSubject: one\r\n\r\ntwo')).not.toBe(
      hash('From: a@b.example\r\nSubject: one two\r\n\r\n'),
    );
    expect(hash('From: a@b.example\r\nSubject: x\r\n\r\ny')).not.toBe(
      hash('From: a@b.example\r\nMessage-ID: x\r\n\r\ny'),
    );
  });

  it('differs for each of the four fields that make a mail', () => {
    const all = ['From', 'Date', 'Subject', 'Message-ID'].map((name) =>
      hash(`${SAME.replace(new RegExp(`${name}: .*`), `${name}: other`)}\r\nx`),
    );
    expect(new Set([...all, hash(`${SAME}\r\nx`)]).size).toBe(5);
  });

  it('takes a mail of twenty megabytes in well under a second', () => {
    const big = Buffer.concat([Buffer.from(`${SAME}\r\n`), Buffer.alloc(20 * 1024 * 1024, 'word\n')]);
    const started = performance.now();
    fingerprint(big);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
