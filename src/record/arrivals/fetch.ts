import { createHash } from 'node:crypto';
import type { Transaction } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import { unlock } from '#record/arrivals/cipher.js';
import { bytesAbout, wrappedAbout } from '#record/arrivals/keep.js';

/** The key of one arrival, unwrapped; null where there is no such arrival. */
export async function fetchKey(
  tx: Transaction,
  workspace: string,
  wrap: Uint8Array,
  arrival: string,
): Promise<Uint8Array | null> {
  const answer = await tx.query<{ wrapped_key: Buffer }>({
    name: 'arrival_key',
    text: 'select wrapped_key from baton.arrival where workspace = $1 and arrival = $2',
    values: [workspace, arrival],
  });
  const row = answer.rows[0];
  return row === undefined ? null : unlock(wrap, wrappedAbout(workspace, arrival), row.wrapped_key);
}

/** The bytes exactly as they came, checked against their hash. */
export async function fetchBytes(
  tx: Transaction,
  workspace: string,
  wrap: Uint8Array,
  arrival: string,
): Promise<Uint8Array | null> {
  const answer = await tx.query<{ wrapped_key: Buffer; sealed: Buffer; sha256: Buffer }>({
    name: 'arrival_bytes',
    text: 'select wrapped_key, sealed, sha256 from baton.arrival where workspace = $1 and arrival = $2',
    values: [workspace, arrival],
  });
  const row = answer.rows[0];
  if (row === undefined) return null;
  const key = unlock(wrap, wrappedAbout(workspace, arrival), row.wrapped_key);
  const bytes = unlock(key, bytesAbout(workspace, arrival, 'raw'), row.sealed);
  if (!createHash('sha256').update(bytes).digest().equals(row.sha256)) {
    throw new Fault('arrival.hash-differs', 'What is kept is not what came. Run baton verify.', {
      retry: 'never',
    });
  }
  return bytes;
}

/** A decoded text by its part, or null where it was never decoded. */
export async function fetchText(
  tx: Transaction,
  workspace: string,
  wrap: Uint8Array,
  arrival: string,
  part: string,
): Promise<string | null> {
  const answer = await tx.query<{ wrapped_key: Buffer; sealed: Buffer }>({
    name: 'arrival_text',
    text:
      'select a.wrapped_key, p.sealed from baton.arrival a join baton.arrival_part p ' +
      'on p.workspace = a.workspace and p.arrival = a.arrival where a.workspace = $1 and a.arrival = $2 and p.part = $3',
    values: [workspace, arrival, part],
  });
  const row = answer.rows[0];
  if (row === undefined) return null;
  const key = unlock(wrap, wrappedAbout(workspace, arrival), row.wrapped_key);
  return Buffer.from(unlock(key, bytesAbout(workspace, arrival, part), row.sealed)).toString('utf8');
}

/** The arrival that has this content already, or null: kept once, however often it comes. */
export async function findByContent(
  tx: Transaction,
  workspace: string,
  contentHash: Uint8Array,
): Promise<string | null> {
  const answer = await tx.query<{ arrival: string }>({
    name: 'arrival_by_content',
    text: 'select arrival from baton.arrival where workspace = $1 and content_hash = $2',
    values: [workspace, contentHash],
  });
  return answer.rows[0]?.arrival ?? null;
}

/** Another arrival with this Message-ID, whatever its content. */
export async function findByMessageId(
  tx: Transaction,
  workspace: string,
  messageId: string,
): Promise<string | null> {
  const answer = await tx.query<{ arrival: string }>({
    name: 'arrival_by_message_id',
    text: 'select arrival from baton.arrival where workspace = $1 and message_id = $2 order by kept_at limit 1',
    values: [workspace, messageId],
  });
  return answer.rows[0]?.arrival ?? null;
}

/** A few kept arrivals, for `opensWith`. */
export const SAMPLE =
  'select workspace, arrival, wrapped_key from baton.arrival order by arrival desc limit 3';

export type Sampled = {
  readonly workspace: string;
  readonly arrival: string;
  readonly wrapped_key: Uint8Array;
};

/** Whether this is the key that what is kept was wrapped with. Nothing kept yet opens with any. */
export function opensWith(rows: readonly Sampled[], wrap: Uint8Array): boolean {
  try {
    for (const row of rows) unlock(wrap, wrappedAbout(row.workspace, row.arrival), row.wrapped_key);
    return true;
  } catch {
    return false;
  }
}
