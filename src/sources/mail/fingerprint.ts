import { createHash } from 'node:crypto';
import { headBlock } from '#sources/mail/head-block.js';

/** What makes two deliveries one mail. Trace headers (Received, Return-Path, X-…) differ from copy to copy. */
const SAME = ['from', 'date', 'subject', 'message-id'] as const;

const CHUNK = 64 * 1024;
const CRLF = Buffer.from('\r\n');

/**
 * The content hash of an arrival, lower-case hex: SHA-256 over its From, Date, Subject and Message-ID fields,
 * unfolded, and its body with line ends as CRLF. Empty lines at the end do not count (as in DKIM's simple
 * canonicalisation, RFC 6376 3.4.3): servers add and drop them. A Cc and the mailbox's copy hash alike; any
 * other change of the body does not. Synchronous and linear, from the bytes as they came.
 */
export function fingerprint(bytes: Uint8Array): string {
  const block = headBlock(bytes);
  const hash = createHash('sha256');
  for (const name of SAME) {
    for (const [field, raw] of block?.fields ?? []) {
      if (field === name) hash.update(`${name}:${raw.replace(/[ \t]+/g, ' ').trim()}\r\n`, 'latin1');
    }
  }
  hash.update(CRLF);
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(block?.bodyStart ?? 0);
  const end = endOfWords(body);
  for (let at = 0; at < end; at += CHUNK) hash.update(withCrLf(body, at, Math.min(at + CHUNK, end)));
  hash.update(CRLF);
  return hash.digest('hex');
}

/** A stretch of the body with every line feed that stands alone made CR LF. */
function withCrLf(body: Buffer, start: number, end: number): Buffer {
  const out = Buffer.allocUnsafe((end - start) * 2);
  let length = 0;
  let before = start > 0 ? body[start - 1] : 0;
  for (let at = start; at < end; at += 1) {
    const byte = body[at] as number;
    if (byte === 10 && before !== 13) out[length++] = 13;
    out[length++] = byte;
    before = byte;
  }
  return out.subarray(0, length);
}

/** Where the body ends when empty lines at its end are left out. */
function endOfWords(body: Buffer): number {
  let end = body.length;
  while (end > 0 && body[end - 1] === 10) end -= end > 1 && body[end - 2] === 13 ? 2 : 1;
  return end;
}
