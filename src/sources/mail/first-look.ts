import type { MailHead } from '#domain/intro.js';
import { fingerprint } from '#sources/mail/fingerprint.js';
import { headBlock } from '#sources/mail/head-block.js';
import { readHead } from '#sources/mail/read-head.js';

/** What is known of a mail before it is read: its content hash, what its head says, and the head itself, raw. */
export type FirstLook = { readonly contentHash: string; readonly head: MailHead; readonly headers: string };

/** The head of a mail from its bytes, without decoding the rest. */
export function lookAt(bytes: Uint8Array): FirstLook {
  const block = headBlock(bytes);
  const headers = block === null ? '' : Buffer.from(bytes.subarray(0, block.bodyStart)).toString('latin1');
  return { contentHash: fingerprint(bytes), head: readHead(bytes), headers };
}
