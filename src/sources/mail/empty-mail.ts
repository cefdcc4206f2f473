import type { MailHead } from '#domain/intro.js';
import type { DecodedMail } from '#domain/mail.js';
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
    marks: {
      automatic: false,
      autoReply: false,
      bulk: false,
      bounce: false,
      calendarMethod: null,
      noReply: false,
    },
    problems,
  };
}
