import type { MailHead } from '#domain/intro.js';
import type { Mailbox } from '#domain/party.js';
import { seamOf } from '#reading/mail/history.js';
import { isBlank, type Line, unquoted } from '#reading/mail/lines.js';
import { readQuotedDate } from '#reading/mail/quoted-date.js';
import { beginsHead, type QuotedHead, quotedHeadAt } from '#reading/mail/quoted-head.js';
import { mailboxesIn } from '#reading/mail/quoted-mailboxes.js';

/** A mail found inside another's body. */
export type InnerMail = {
  readonly head: MailHead;
  /** What the forwarder wrote above it. */
  readonly note: readonly Line[];
  /** The seam and the head, as they are printed. */
  readonly seam: readonly Line[];
  readonly lines: readonly Line[];
};

const FORWARD_SUBJECT =
  /^\s*(?:(?:re|aw|sv|antw|r|vs)\s?:\s*)?(?:fwd?|wg|tr|rv|i|vb|vs|doorst|enc|fs|pd|trs|inoltra|reenv)\s?:/i;

const FORWARD_SEAM =
  /forward|weitergeleitet|transf|réexpédi|reenviado|inoltrat|vidarebefordra|videresendt|doorgestuurd|encaminhada|reencaminhada|przek/iu;

/**
 * The inner mail of an inline forward (Gmail, Outlook, Apple and their like), or null where the body is none.
 * `subject` and `date` are the outer mail's. A head without a forward's subject or seam is an answer's history.
 */
export function innerMail(lines: readonly Line[], subject: string, date: string | null): InnerMail | null {
  const seam = seamOf(lines);
  if (!seam) return null;
  const seamText = (lines[seam.at] as Line).text;
  const forwards =
    FORWARD_SUBJECT.test(subject) ||
    ((seam.kind === 'divider' || seam.kind === 'forward') && FORWARD_SEAM.test(seamText));
  const pasted = seam.kind === 'head' && lines.slice(0, seam.at).every(isBlank);
  if (!forwards && !pasted) return null;
  for (const peel of [(line: Line) => line, (line: Line) => unquoted(line) ?? line]) {
    const below = lines.slice(seam.at).map(peel);
    const start = headStart(below);
    if (start === null) continue;
    const head = quotedHeadAt(below, start) as QuotedHead;
    return {
      head: headOf(head, date),
      note: lines.slice(0, seam.at),
      seam: lines.slice(seam.at, seam.at + head.end),
      lines: below.slice(head.end),
    };
  }
  return null;
}

function headStart(below: readonly Line[]): number | null {
  for (let at = 0; at < Math.min(below.length, 12); at += 1) {
    if (beginsHead(below[at] as Line) && quotedHeadAt(below, at)) return at;
  }
  return null;
}

function headOf(head: QuotedHead, outerDate: string | null): MailHead {
  const field = (name: string) => head.fields.get(name) ?? '';
  const sender: Mailbox | undefined = mailboxesIn(field('from'))[0];
  return {
    from: sender ?? null,
    replyTo: mailboxesIn(field('reply-to'))[0] ?? null,
    to: mailboxesIn(field('to')),
    cc: mailboxesIn(field('cc')),
    subject: field('subject'),
    date: readQuotedDate(field('date'), outerDate),
    messageId: null,
    inReplyTo: [],
    references: [],
  };
}
