import { createHash } from 'node:crypto';
import { headBlock } from '#sources/mail/head-block.js';

/** What makes two deliveries one mail. Trace headers (Received, Return-Path, X-…) differ from copy to copy. */
const SAME = ['from', 'date', 'subject', 'message-id'] as const;

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
  let start = 0;
  for (let feed = body.indexOf(10); feed >= 0 && feed < end; feed = body.indexOf(10, feed + 1)) {
    if (feed > 0 && body[feed - 1] === 13) continue;
    hash.update(body.subarray(start, feed)).update(CRLF);
    start = feed + 1;
  }
  hash.update(body.subarray(start, end)).update(CRLF);
  return hash.digest('hex');
}

/** Where the body ends when empty lines at its end are left out. */
function endOfWords(body: Buffer): number {
  let end = body.length;
  while (end > 0 && body[end - 1] === 10) end -= end > 1 && body[end - 2] === 13 ? 2 : 1;
  return end;
}
