import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { must } from '#domain/must.js';
import type { EntryHead } from '#record/entry.js';

/** The seal before the first entry of every chain. */
export const NO_SEAL: Uint8Array = new Uint8Array(32);

/** Bytes of salt in front of each content, so that a short text cannot be guessed from its digest. */
export const SALT_BYTES = 16;

/** RFC 8785. JSON numbers only: money and instants are text. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  must(text !== undefined, 'content of an entry can be written as JSON');
  return text;
}

export function digestOf(salt: Uint8Array, text: string): Uint8Array {
  return createHash('sha256').update(salt).update(text, 'utf8').digest();
}

/** Seals one entry onto the chain that ends with `before`. */
export function sealOf(before: Uint8Array, digest: Uint8Array, head: EntryHead): Uint8Array {
  return createHash('sha256').update(before).update(digest).update(headerText(head), 'utf8').digest();
}

// Built by hand in key order: exactly what RFC 8785 gives for these plain strings, at a tenth of the cost.
// The test holds it to canonicalText.
export function headerText(head: EntryHead): string {
  return (
    `{"actor":${JSON.stringify(head.actor)},"kind":${JSON.stringify(head.kind)},"number":${head.number},` +
    `"occurredAt":"${head.occurredAt}","recordedAt":"${head.recordedAt}",` +
    `"subject":${JSON.stringify(head.subject)},"workspace":"${head.workspace}"}`
  );
}
