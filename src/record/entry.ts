import type { Subject } from '#domain/subject.js';

/**
 *   record_entry    workspace · subject · number · kind · recordedAt · occurredAt · actor · digest · seal
 *   record_content  workspace · subject · number · salt · text
 *
 *   digest(n) = SHA-256(salt ‖ text)
 *   seal(n)   = SHA-256(seal(n-1) ‖ digest(n) ‖ header(n))      seal(0) = 32 zero bytes
 *   header(n) = canonical JSON (RFC 8785) of the entry without digest and seal
 *
 * For each subject the numbers run 1, 2, 3 without a gap. An entry never changes. Its content may be
 * erased later (salt and text go, the digest stays), and then the chain still verifies.
 */
export type EntryHead = {
  readonly workspace: string;
  readonly subject: Subject;
  readonly number: number;
  readonly kind: string;
  /** When Baton wrote it down: an instant in milliseconds, ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** When it happened, by the source's own word. */
  readonly occurredAt: string;
  readonly actor: Actor;
};

export type Entry = EntryHead & {
  readonly digest: Uint8Array;
  readonly seal: Uint8Array;
  /** Canonical JSON of the content, or null once it was erased. */
  readonly text: string | null;
  readonly salt: Uint8Array | null;
};

/** Who did it: a colleague, a key of the API that a colleague made, a guest by their link, or Baton itself. */
export type Actor = `person_${string}` | `key_${string}` | `link_${string}` | 'baton';
