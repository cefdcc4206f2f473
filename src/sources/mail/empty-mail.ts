import type { MailHead } from '#domain/intro.js';
import { type DecodedMail, NO_MARKS } from '#domain/mail.js';
import type { Problem } from '#domain/problem.js';

export const EMPTY_HEAD: MailHead = {
  from: null,
  replyTo: null,
  to: [],
  cc: [],
  subject: '',
  date: null,
  messageId: null,
  inReplyTo: [],
  references: [],
};

/** A mail of which nothing but the head could be read, and why. */
export function emptyMail(problems: readonly Problem[], head: MailHead = EMPTY_HEAD): DecodedMail {
  return {
    head,
    headers: [],
    body: '',
    html: null,
    hidden: [],
    attachments: [],
    calendar: null,
    marks: NO_MARKS,
    problems,
  };
}
