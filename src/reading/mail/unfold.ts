import type { MailHead, MailWords, ReadingContext } from '#domain/intro.js';
import type { DecodedMail } from '#domain/mail.js';
import type { Mailbox } from '#domain/party.js';
import { innerMail } from '#reading/mail/forward.js';
import { type Line, linesOf } from '#reading/mail/lines.js';
import { newestWords } from '#reading/mail/newest-words.js';
import { knownSide } from '#reading/mail/people/participants.js';

/** The words that count and whose they are: of a forward, the inner mail's. */
export type Unfolded = {
  readonly words: MailWords;
  readonly head: MailHead;
  readonly forwardedBy: Mailbox | null;
};

/** How many forwards inside one another are opened. */
const DEEPEST = 4;

/** A note above a forward that is longer than this is a mail of its own, unless the host wrote it. */
const LONG_NOTE = 450;

/**
 * Opens forwards, inline or attached, until the mail that somebody wrote. What forwarders said above it is kept
 * with the quoted history. `spans` of an attached mail stand in that mail's own body.
 */
export function unfold(mail: DecodedMail, context: ReadingContext): Unfolded {
  let lines = linesOf(mail.body);
  let head = mail.head;
  let hidden = mail.hidden;
  let forwardedBy: Mailbox | null = null;
  let notes: Line[] = [];
  let current = mail;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const inner = innerMail(lines, head.subject, head.date);
    if (inner && passesOn(inner.note, head, context)) {
      forwardedBy ??= head.from;
      notes = [...notes, ...inner.note];
      lines = [...inner.lines];
      head = inner.head;
      continue;
    }
    const attached = current.attachments.find(({ mail: within }) => within !== null)?.mail;
    if (!attached || !passesOn(lines, head, context)) break;
    forwardedBy ??= head.from;
    notes = [...notes, ...lines];
    current = attached;
    lines = linesOf(attached.body);
    head = attached.head;
    hidden = attached.hidden;
  }
  return {
    words: newestWords(lines, hidden, notes),
    head: { ...head, date: head.date ?? mail.head.date },
    forwardedBy,
  };
}

/** Whether somebody merely passes a mail on: a short note above it, or any note of the host's own people. */
function passesOn(note: readonly Line[], head: MailHead, context: ReadingContext): boolean {
  if (head.from && knownSide(head.from.address, head.from.name, context) === 'host') return true;
  const size = note.reduce((sum, { text }) => sum + text.trim().length, 0);
  return size <= LONG_NOTE;
}
