import type { MailHead, ReadingContext } from '#domain/intro.js';
import { type DecodedMail, NO_MARKS } from '#domain/mail.js';

/** A decoded mail for tests and cases: nobody's, sent on Thursday 5 March 2026 in the afternoon of New York. */
export function madeUpMail(body: string, head: Partial<MailHead> = {}): DecodedMail {
  return {
    head: {
      from: { name: 'Theo Lind', address: 'theo@cobalt.example' },
      replyTo: null,
      to: [{ name: 'Dana White', address: 'dana@larkspur.example' }],
      cc: [{ name: 'Joanna Pruitt', address: 'joanna@harbor.example' }],
      subject: '',
      date: '2026-03-05T16:42:18-05:00',
      messageId: '<made-up@cobalt.example>',
      inReplyTo: [],
      references: [],
      ...head,
    },
    headers: [],
    body,
    html: null,
    hidden: [],
    attachments: [],
    calendar: null,
    marks: NO_MARKS,
    problems: [],
  };
}

/** The host of every made-up mail. */
export const MADE_UP_CONTEXT: ReadingContext = {
  host: { company: 'Larkspur', domains: ['larkspur.example'], people: [] },
  partners: [],
  buyer: null,
  sides: [],
  zone: 'America/New_York',
};
