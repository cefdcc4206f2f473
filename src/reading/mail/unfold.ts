import type { MailHead, MailWords, ReadingContext } from '#domain/intro.js';
import type { DecodedMail } from '#domain/mail.js';
import type { Mailbox } from '#domain/party.js';
import { innerMail } from '#reading/mail/forward.js';
import { type Line, linesOf } from '#reading/mail/lines.js';
import { mailWords, type Sorted, sortLines } from '#reading/mail/newest-words.js';
import { isFreeAddress, organisationOf } from '#reading/mail/people/organisation.js';
import { knownSide } from '#reading/mail/people/participants.js';

/** The words that count and whose they are: of a forward, the inner mail's. */
export type Unfolded = {
  readonly words: MailWords;
  readonly head: MailHead;
  readonly forwardedBy: Mailbox | null;
  /** Whether the forward came from another company: then the forwarder is who hands over. */
  readonly fromOutside: boolean;
};

/** How many forwards inside one another are opened. */
const DEEPEST = 4;

/** A note above a forward that is longer than this is a mail of its own, unless the host wrote it. */
const LONG_NOTE = 450;

/**
 * Opens forwards, inline or attached, until the mail that somebody wrote. What forwarders said above it is kept
 * with the quoted history; a partner's own note, from outside the company that reads it, stays with the words.
 * `spans` of an attached mail stand in that mail's own body.
 */
export function unfold(mail: DecodedMail, context: ReadingContext): Unfolded {
  let lines = linesOf(mail.body);
  let head = mail.head;
  let hidden = mail.hidden;
  let current = mail;
  let forwardedBy: Mailbox | null = null;
  let lead: Sorted | null = null;
  const outside = isFromOutside(mail.head, context);
  const notes: Line[] = [];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const inner = innerMail(lines, head.subject, head.date);
    if (inner && passesOn(inner.note, head, context)) {
      if (outside && forwardedBy === null) lead = sortLines(inner.note, hidden);
      notes.push(
        ...(lead !== null && forwardedBy === null
          ? [...lead.history, ...inner.seam]
          : [...inner.note, ...inner.seam]),
      );
      forwardedBy ??= head.from;
      lines = [...inner.lines];
      head = inner.head;
      continue;
    }
    const attached = current.attachments.find(({ mail: within }) => within !== null)?.mail;
    if (!attached || !passesOn(lines, head, context)) break;
    notes.push(...lines);
    forwardedBy ??= head.from;
    current = attached;
    lines = linesOf(attached.body);
    head = attached.head;
    hidden = attached.hidden;
  }
  const sorted = sortLines(lines, hidden);
  const words = lead === null ? sorted : together(lead, sorted);
  return {
    words: mailWords(words, notes),
    head: { ...head, date: head.date ?? mail.head.date },
    forwardedBy,
    fromOutside: forwardedBy !== null && outside,
  };
}

function together(lead: Sorted, inner: Sorted): Sorted {
  const between: Line[] = lead.written.length > 0 && inner.written.length > 0 ? [{ text: '', at: -1 }] : [];
  return {
    written: [...lead.written, ...between, ...inner.written],
    history: inner.history,
    aside: [...lead.aside, ...inner.aside],
  };
}

/** Whether the sender is of none of the readers' companies. Colleagues who pass a mail on are not outside. */
function isFromOutside(head: MailHead, context: ReadingContext): boolean {
  if (!head.from || isFreeAddress(head.from.address)) return false;
  if (knownSide(head.from.address, head.from.name, context) === 'host') return false;
  const own = organisationOf(head.from.address);
  const readers = [...head.to, ...head.cc];
  return readers.length > 0 && readers.every(({ address }) => organisationOf(address) !== own);
}

/** Whether somebody merely passes a mail on: a short note above it, or any note of the host's own people. */
function passesOn(note: readonly Line[], head: MailHead, context: ReadingContext): boolean {
  if (head.from && knownSide(head.from.address, head.from.name, context) === 'host') return true;
  const size = note.reduce((sum, { text }) => sum + text.trim().length, 0);
  return size <= LONG_NOTE;
}
