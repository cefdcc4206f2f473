import { describe, expect, it } from 'vitest';
import { MADE_UP_CONTEXT, madeUpMail } from '#reading/mail/made-up-mail.js';
import { readMail } from '#reading/mail/read-mail.js';

const DANA = { name: 'Dana White', address: 'dana@larkspur.example' };
const MARCUS = { name: 'Marcus Hale', address: 'marcus@larkspur.example' };
const INNER =
  'Dana, please meet Joanna Pruitt, CIO of Harbor Mutual. Could you call her by Tuesday? joanna@harbor.example\n\nTheo';

function forwarded(body: string, subject = 'Fwd: Harbor') {
  const mail = madeUpMail(body, { from: MARCUS, to: [DANA], cc: [], subject });
  return readMail(mail, MADE_UP_CONTEXT);
}

describe('a forwarded intro is read by its inner mail', () => {
  it.each([
    [
      'Gmail',
      `Yours?\n\n---------- Forwarded message ---------\nFrom: Theo Lind <theo@cobalt.example>\nDate: Tue, Mar 3, 2026 at 4:02 PM\nSubject: Harbor\nTo: Marcus Hale <marcus@larkspur.example>\n\n\n${INNER}`,
    ],
    [
      'Outlook',
      `Yours?\n\n________________________________\nFrom: Theo Lind <theo@cobalt.example>\nSent: Tuesday, March 3, 2026 4:02 PM\nTo: Marcus Hale <marcus@larkspur.example>\nSubject: Harbor\n\n${INNER}`,
    ],
    [
      'Apple',
      `Yours?\n\nBegin forwarded message:\n\n> From: Theo Lind <theo@cobalt.example>\n> Subject: Harbor\n> Date: 3 March 2026 at 16:02:00 GMT-5\n> To: Marcus Hale <marcus@larkspur.example>\n> \n${INNER.split(
        '\n',
      )
        .map((line) => `> ${line}`)
        .join('\n')}`,
    ],
    [
      'German Outlook',
      `Deins?\n\nVon: Theo Lind <theo@cobalt.example>\nGesendet: Dienstag, 3. März 2026 16:02\nAn: Marcus Hale <marcus@larkspur.example>\nBetreff: Harbor\n\n${INNER}`,
    ],
  ])('%s', (_, body) => {
    const reading = forwarded(body);
    expect(reading.isIntro).toBe(true);
    expect(reading.words.text).toBe(INNER);
    expect(reading.head.from).toEqual({ name: 'Theo Lind', address: 'theo@cobalt.example' });
    expect(reading.head.date).toMatch(/^2026-03-03T16:02:00-05:00$/);
    expect(reading.forwardedBy).toEqual(MARCUS);
    expect(reading.partner.email).toBe('theo@cobalt.example');
    expect(reading.people.find(({ email }) => email === MARCUS.address)?.side).toBe('host');
    expect(reading.people.find(({ email }) => email === 'joanna@harbor.example')?.side).toBe('buyer');
    // "By Tuesday" is meant where and when the inner mail was written.
    expect(reading.asks.find(({ due }) => due !== null)?.due).toBe('2026-03-10');
  });

  it('an attached mail counts as well, and keeps its own Message-ID', () => {
    const inner = madeUpMail(INNER, {
      to: [MARCUS],
      cc: [],
      subject: 'Harbor',
      messageId: '<inner@cobalt.example>',
    });
    const outer = madeUpMail('Yours?', { from: MARCUS, to: [DANA], cc: [], subject: 'FW: Harbor' });
    const reading = readMail(
      { ...outer, attachments: [{ name: null, type: 'message/rfc822', size: 10, mail: inner }] },
      MADE_UP_CONTEXT,
    );
    expect(reading.words.text).toBe(INNER);
    expect(reading.head.messageId).toBe('<inner@cobalt.example>');
    expect(reading.words.quotedHistory).toBe('Yours?');
  });

  it("a partner's own note above the buyer's mail stays with the words", () => {
    const mail = madeUpMail(
      'Dana, see below, one for you. We would put it through our books.\n\n---------- Forwarded message ---------\nFrom: Joanna Pruitt <joanna@harbor.example>\nDate: Tue, Mar 3, 2026 at 4:02 PM\nSubject: help\nTo: Theo Lind <theo@cobalt.example>\n\nTheo, yes, do pass my details on. We need to replace our portal before July.',
      { cc: [], subject: 'Fwd: help' },
    );
    const reading = readMail(mail, MADE_UP_CONTEXT);
    expect(reading.isIntro).toBe(true);
    expect(reading.words.text).toContain('through our books');
    expect(reading.words.text).toContain('replace our portal');
    expect(reading.partner.email).toBe('theo@cobalt.example');
    expect(reading.people.find(({ email }) => email === 'joanna@harbor.example')?.side).toBe('buyer');
  });

  it('an answer with history below it is no forward', () => {
    const reading = forwarded(
      `Thursday suits me.\n\nFrom: Theo Lind <theo@cobalt.example>\nSent: Tuesday\nTo: Marcus\nSubject: Harbor\n\n${INNER}`,
      'RE: Harbor',
    );
    expect(reading.forwardedBy).toBeNull();
    expect(reading.words.text).toBe('Thursday suits me.');
  });
});
