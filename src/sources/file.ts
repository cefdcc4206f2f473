import type { Incoming } from '#domain/arrival.js';
import type { Problem } from '#domain/problem.js';
import { type Refusal, refuse } from '#domain/refusal.js';
import { isMailboxFile, splitMailboxFile } from '#sources/mailbox-file.js';
import { wrapPastedWords } from '#sources/pasted-words.js';

/** What a file, or a paste, holds: one thing to keep, with what could not be made of it. */
export type FromFile = { readonly incoming: Incoming; readonly problems: readonly Problem[] };

/** Headers that no mail is without all of, and that plain prose hardly begins a line with. */
const MAIL_HEADERS = /^(from|date|subject|message-id|received|return-path|delivered-to|mime-version):/im;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Takes a dropped, pasted or named file apart: a mail is itself, byte for byte; a mailbox file is its mails;
 * words without a head become a small message that says it was pasted. What is none of these is kept all the
 * same, with the problem that says so. Refused, before anything is acknowledged: nothing at all, and Outlook's
 * .msg, whose words could not be read later.
 */
export function readFile(file: Incoming): readonly FromFile[] | Refusal {
  const bytes = Buffer.from(file.bytes);
  if (bytes.toString('latin1').trim() === '') return refuse('file.empty', 'There is nothing in it.');
  if (bytes.subarray(0, 8).equals(OLE) || /\.msg$/i.test(file.fileName ?? '')) {
    return refuse(
      'file.outlook-message',
      'This is an Outlook .msg file, which cannot be read here. In Outlook, drag the mail to a folder as .eml, or forward it to the intro address.',
    );
  }
  if (isMailboxFile(bytes)) {
    return splitMailboxFile(bytes).map((mail) => ({ incoming: { ...file, bytes: mail }, problems: [] }));
  }
  return [hasMailHead(bytes) ? { incoming: file, problems: [] } : readHeadless(file, bytes)];
}

/** Whether the text up to the first empty line is header fields (RFC 5322 section 2.2), one of them a mail's. */
function hasMailHead(bytes: Buffer): boolean {
  const text = bytes
    .subarray(0, 64 * 1024)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.split(/\r?\n/);
  const wellFormed = lines.every(
    (line, at) => /^[!-9;-~]+[ \t]*:/.test(line) || (at > 0 && /^[ \t]/.test(line)),
  );
  return wellFormed && MAIL_HEADERS.test(head);
}

function readHeadless(file: Incoming, bytes: Buffer): FromFile {
  const decoded = decode(bytes);
  if (decoded === null) {
    return {
      incoming: file,
      problems: [
        {
          code: 'file.not-a-mail',
          because: 'This is not a mail and not text: it is kept, and nothing was read in it.',
        },
      ],
    };
  }
  const isHtml = /^\s*(<!doctype html|<html|<head|<body|<div|<p[ >]|<table|<meta)/i.test(decoded.text);
  const about = {
    type: isHtml ? 'text/html' : 'text/plain',
    charset: decoded.charset,
    receivedAt: file.receivedAt,
  } as const;
  const problem = isHtml
    ? {
        code: 'file.web-page',
        because:
          'This is a web page and not a mail: its words are kept; who wrote them, to whom and when is not in it.',
      }
    : {
        code: 'file.no-head',
        because:
          'This has no mail headers: its words are kept; who wrote them, to whom and when is not in it.',
      };
  return { incoming: { ...file, bytes: wrapPastedWords(decoded.words, about) }, problems: [problem] };
}

type Decoded = { readonly text: string; readonly words: string | Uint8Array; readonly charset: string };

/** UTF-8 where it is that, UTF-16 by its mark, else Windows' Western letters; null where it is no text. */
function decode(bytes: Buffer): Decoded | null {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const text = new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
    return { text, words: text, charset: 'utf-8' };
  }
  if (bytes.some(isControl)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, words: text, charset: 'utf-8' };
  } catch {
    return { text: bytes.toString('latin1'), words: bytes, charset: 'windows-1252' };
  }
}

/** Bytes that text does not hold in any of these encodings; escape (27) stays, old Japanese mail needs it. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;
}
