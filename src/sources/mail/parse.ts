import { type Attachment, simpleParser } from 'mailparser';
import type { DecodedMail, MailAttachment } from '#domain/mail.js';
import type { Problem } from '#domain/problem.js';
import { emptyMail } from '#sources/mail/empty-mail.js';
import { decodeBytes } from '#sources/mail/encoded-words.js';
import { headBlock } from '#sources/mail/head-block.js';
import { htmlText } from '#sources/mail/html-text.js';
import { marksOf } from '#sources/mail/marks.js';
import { headersOf, headOf, wellFormed } from '#sources/mail/read-head.js';

/** How deep mails inside mails are decoded: a forward of a forward, and one more. */
const DEEPEST = 3;

/** Longest body that is kept as text (UTF-16 units): about a thousand pages. */
const BODY_LIMIT = 2_000_000;

/**
 * Decodes one mail, in the thread that calls it. May throw or take long on what an attacker made, so only
 * the decoder thread calls it, after `brokenLimit` and under a clock.
 */
export async function parseMail(bytes: Uint8Array, depth = 0): Promise<DecodedMail> {
  const block = headBlock(bytes);
  if (!block) return pasted(bytes);
  const problems: Problem[] = [];
  const mail = await simpleParser(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepCidLinks: true,
    // Mails inside mails are decoded one by one below, so that each keeps a head and a body of its own.
    ignoreEmbedded: true,
  } as Parameters<typeof simpleParser>[1]);
  const headers = headersOf(block);
  const html = typeof mail.html === 'string' && mail.html.trim() !== '' ? wellFormed(mail.html) : null;
  const { text: shown, hidden } = html === null ? { text: '', hidden: [] } : readHtml(html, problems);
  const calendar = calendarOf(mail.attachments);
  const body = bodyOf(mail.text ?? '', shown, problems);
  const attachments: MailAttachment[] = [];
  for (const attachment of mail.attachments) attachments.push(await attached(attachment, depth));
  return {
    head: headOf(block),
    headers,
    body,
    html,
    hidden: hidden.map(wellFormed),
    attachments,
    calendar,
    marks: marksOf(headers, calendar),
    problems,
  };
}

function readHtml(html: string, problems: Problem[]): { text: string; hidden: string[] } {
  try {
    return htmlText(html);
  } catch {
    problems.push({
      code: 'mail.html-unreadable',
      because: 'The HTML of the mail could not be read as text.',
    });
    return { text: '', hidden: [] };
  }
}

/** The plain part, unless it is a mere stand-in ("your client cannot show this") for a long HTML part. */
function bodyOf(plain: string, shown: string, problems: Problem[]): string {
  const written = plain.trim();
  const standIn = written.length < 200 && shown.length > 400 && written.length * 8 < shown.length;
  const text = written === '' || standIn ? shown : plain;
  const clean = wellFormed(text.replace(/\r\n?/g, '\n'));
  if (clean.length <= BODY_LIMIT) return clean;
  problems.push({
    code: 'mail.body-cut',
    because: 'The mail is longer than two million characters and was read so far.',
  });
  return wellFormed(clean.slice(0, BODY_LIMIT));
}

async function attached(attachment: Attachment, depth: number): Promise<MailAttachment> {
  const isMail =
    /^message\/(?:rfc822|global)$/i.test(attachment.contentType) || /\.eml$/i.test(attachment.filename ?? '');
  return {
    name: attachment.filename ? wellFormed(attachment.filename).slice(0, 300) : null,
    type: attachment.contentType.toLowerCase(),
    size: attachment.size,
    mail: isMail && depth < DEEPEST ? await parseMail(attachment.content, depth + 1) : null,
  };
}

function calendarOf(attachments: readonly Attachment[]): string | null {
  const part = attachments.find(({ contentType }) =>
    /^(?:text\/calendar|application\/ics)$/i.test(contentType),
  );
  return part ? wellFormed(decodeBytes(part.content, null)).slice(0, BODY_LIMIT) : null;
}

/** Bare text, as somebody pastes it. */
function pasted(bytes: Uint8Array): DecodedMail {
  const text = decodeBytes(bytes, null).replace(/\r\n?/g, '\n');
  return { ...emptyMail([]), body: wellFormed(text).slice(0, BODY_LIMIT) };
}
