import type { MailHead } from '#domain/intro.js';
import type { Problem } from '#domain/problem.js';

/** A file in a mail. The bytes stay in the arrival; a mail inside a mail is decoded as well. */
export type MailAttachment = {
  readonly name: string | null;
  /** Media type, lower case: `application/pdf`. */
  readonly type: string;
  readonly size: number;
  /** Of a message/rfc822 attachment the mail inside, to a small depth; else null. */
  readonly mail: DecodedMail | null;
};

/** What machines say about a mail in its headers and structure, in whatever language it is written. */
export type MailMarks = {
  /** No person wrote it (RFC 3834 Auto-Submitted and its older relatives). */
  readonly automatic: boolean;
  /** It answers by itself: an absence note. Stronger than `automatic`. */
  readonly autoReply: boolean;
  /** It went to many: List-Unsubscribe (RFC 2369), List-Id (RFC 2919), Precedence bulk or list. */
  readonly bulk: boolean;
  /** A delivery report (RFC 3464), or sent by a mail server itself. */
  readonly bounce: boolean;
  /** METHOD of a calendar part (RFC 5546), upper case: REQUEST, REPLY, CANCEL. */
  readonly calendarMethod: string | null;
  /** The sender's mailbox takes no answers: `no-reply@`. */
  readonly noReply: boolean;
};

/**
 * A mail as text, plain data that may cross threads. Whatever could not be read is empty and has a problem.
 * `body` is kept with the arrival: every quote stands in it, so it is never decoded a second time.
 */
export type DecodedMail = {
  readonly head: MailHead;
  /** In the order they came: lower-case name, value unfolded and decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The text/plain part where there is one, else the HTML as text. Line ends are LF. */
  readonly body: string;
  /** The HTML part as it came. Never shown and never read: `body` is what counts. */
  readonly html: string | null;
  /** Words that the HTML hides from a person (white on white, one pixel, display:none). Nothing may rest on them. */
  readonly hidden: readonly string[];
  readonly attachments: readonly MailAttachment[];
  /** The text/calendar part, or null. */
  readonly calendar: string | null;
  readonly marks: MailMarks;
  readonly problems: readonly Problem[];
};

/** What a mail is marked as when no machine says anything of it. */
export const NO_MARKS: MailMarks = {
  automatic: false,
  autoReply: false,
  bulk: false,
  bounce: false,
  calendarMethod: null,
  noReply: false,
};
