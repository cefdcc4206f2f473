import { createHash } from 'node:crypto';
import type { Id } from '#domain/id.js';
import type { Part } from '#record/append.js';
import { freshKey, lock } from '#record/arrivals/cipher.js';

/** What came, ready to be written in the action's own statement. */
export type ArrivalToKeep = {
  readonly arrival: Id<'arrival'>;
  readonly contentHash: Uint8Array;
  readonly messageId: string | null;
  readonly bytes: Uint8Array;
};

export type DeliveryToKeep = {
  readonly delivery: Id<'delivery'>;
  readonly arrival: Id<'arrival'>;
  readonly receivedAt: string;
  /** Envelope and headers of this very delivery: needed later to authenticate it. */
  readonly envelope: unknown;
  readonly headers: string;
};

export function wrappedAbout(workspace: string, arrival: string): string {
  return `baton key ${workspace} ${arrival}`;
}

export function bytesAbout(workspace: string, arrival: string, part: string): string {
  return `baton bytes ${workspace} ${arrival} ${part}`;
}

/** Sealed before the statement is made, so that plain bytes never reach the database. */
export function keepPart(
  workspace: string,
  wrap: Uint8Array,
  kept: ArrivalToKeep,
  now: string,
): { part: Part; key: Uint8Array } {
  const key = freshKey();
  const part = {
    text:
      'insert into baton.arrival (workspace, arrival, content_hash, message_id, sha256, bytes, wrapped_key, sealed, kept_at) ' +
      'select w.workspace, $1::text, $2::bytea, $3::text, $4::bytea, $5::int, $6::bytea, $7::bytea, $8::timestamptz from w',
    values: [
      kept.arrival,
      kept.contentHash,
      kept.messageId,
      createHash('sha256').update(kept.bytes).digest(),
      kept.bytes.length,
      lock(wrap, wrappedAbout(workspace, kept.arrival), key),
      lock(key, bytesAbout(workspace, kept.arrival, 'raw'), kept.bytes),
      now,
    ],
  };
  return { part, key };
}

export function deliveryPart(workspace: string, key: Uint8Array, kept: DeliveryToKeep): Part {
  const plain = Buffer.from(JSON.stringify({ envelope: kept.envelope, headers: kept.headers }), 'utf8');
  return {
    text:
      'insert into baton.delivery (workspace, delivery, arrival, received_at, sealed) ' +
      'select w.workspace, $1::text, $2::text, $3::timestamptz, $4::bytea from w',
    values: [
      kept.delivery,
      kept.arrival,
      kept.receivedAt,
      lock(key, bytesAbout(workspace, kept.arrival, kept.delivery), plain),
    ],
  };
}

/** A decoded text of an arrival, kept once: the same part is never written over. */
export function textPart(
  workspace: string,
  key: Uint8Array,
  arrival: string,
  part: string,
  text: string,
): Part {
  const plain = Buffer.from(text, 'utf8');
  return {
    text:
      'insert into baton.arrival_part (workspace, arrival, part, sha256, sealed) ' +
      'select w.workspace, $1::text, $2::text, $3::bytea, $4::bytea from w on conflict do nothing',
    values: [
      arrival,
      part,
      createHash('sha256').update(plain).digest(),
      lock(key, bytesAbout(workspace, arrival, part), plain),
    ],
  };
}
