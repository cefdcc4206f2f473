import addressparser from 'nodemailer/lib/addressparser';
import type { MailHead } from '#domain/intro.js';
import type { Mailbox } from '#domain/party.js';
import { EMPTY_HEAD } from '#sources/mail/empty-mail.js';
import { decodeWords } from '#sources/mail/encoded-words.js';
import { type HeadBlock, headBlock } from '#sources/mail/head-block.js';
import { readSentDate } from '#sources/mail/sent-date.js';

/** The most mailboxes that are read from one header: beyond it nobody is a person in a deal. */
const MOST_MAILBOXES = 500;

/** What the headers say, at once and without decoding the mail. Never throws; what is not there is empty. */
export function readHead(bytes: Uint8Array): MailHead {
  const block = headBlock(bytes);
  return block ? headOf(block) : EMPTY_HEAD;
}

/** The same from a header block. The first of a doubled field counts: later ones are how forgers hide. */
export function headOf(block: HeadBlock): MailHead {
  const first = (name: string) => block.fields.find(([field]) => field === name)?.[1] ?? '';
  return {
    from: mailboxes(first('from'))[0] ?? mailboxes(first('sender'))[0] ?? null,
    replyTo: mailboxes(first('reply-to'))[0] ?? null,
    to: mailboxes(first('to')),
    cc: mailboxes(first('cc')),
    subject: oneLine(decodeWords(first('subject'))),
    date: readSentDate(first('date')),
    messageId: messageIds(first('message-id'))[0] ?? null,
    inReplyTo: messageIds(first('in-reply-to')),
    references: messageIds(first('references')),
  };
}

/** Every header as [name, value], decoded and on one line. */
export function headersOf(block: HeadBlock): (readonly [string, string])[] {
  return block.fields.map(([name, raw]) => [name, oneLine(decodeWords(raw))] as const);
}

/**
 * The mailboxes of an address header. Addresses are read before encoded words are decoded, so that an
 * encoded name cannot smuggle in an address (RFC 2047 section 5).
 */
function mailboxes(raw: string): Mailbox[] {
  if (raw === '') return [];
  const found: Mailbox[] = [];
  for (const entry of addressparser(raw.slice(0, 100_000), { flatten: true })) {
    if (found.length >= MOST_MAILBOXES) break;
    const address = oneLine(decodeWords(entry.address ?? '')).toLowerCase();
    if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address)) continue;
    const name = oneLine(decodeWords(entry.name ?? '')).replace(/^['"]+|['"]+$/g, '');
    const said = name === '' || name.toLowerCase() === address ? null : name;
    found.push({ name: said, address: keepCase(decodeWords(entry.address ?? ''), address) });
  }
  return found;
}

// The local part may be case-sensitive, and people know themselves by how they write it.
function keepCase(written: string, lower: string): string {
  const plain = oneLine(written);
  return plain.toLowerCase() === lower ? plain : lower;
}

function messageIds(given: string): string[] {
  const raw = wellFormed(given);
  const bracketed = raw.match(/<[^<>\s]{1,990}>/g);
  if (bracketed) return [...new Set(bracketed)].slice(0, 200);
  const bare = raw.trim().split(/\s+/)[0] ?? '';
  return bare === '' || bare.length > 990 ? [] : [`<${bare}>`];
}

function oneLine(text: string): string {
  return wellFormed(text).replace(/\s+/g, ' ').trim();
}

/** Text that PostgreSQL can keep and UTF-8 can carry: no NUL, no half of a surrogate pair. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}
