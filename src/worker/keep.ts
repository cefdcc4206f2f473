import { createHash } from 'node:crypto';
import { keepArrival, type ToKeep } from '#actions/arrival/keep.js';
import { type Order, perform, type Room } from '#actions/perform.js';
import type { Transaction } from '#database/workspace.js';
import type { Incoming } from '#domain/arrival.js';
import type { Id } from '#domain/id.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';
import { fetchKey, findByContent, findByMessageId } from '#record/arrivals/fetch.js';
import type { Actor } from '#record/entry.js';
import type { FirstLook } from '#sources/mail/first-look.js';

export type KeptArrival = {
  readonly arrival: Id<'arrival'>;
  /** False when the same content had come before. */
  readonly fresh: boolean;
  readonly bytes: number;
  /** Of the bytes that were handed in, lower-case hex. */
  readonly sha256: string;
};

type ToKeepFresh = ToKeep & { readonly fresh: Id<'arrival'> };

/**
 * Keeps one arrival and resolves after the commit. The same content is kept once, whoever brings it and by
 * however many ways at once: the losing one of two is decided again and becomes a further delivery.
 */
export async function keepIncoming(
  room: Room,
  incoming: Incoming,
  look: FirstLook,
  asking: { readonly actor: Actor; readonly how: string; readonly operation: string },
): Promise<KeptArrival | Refusal> {
  const fresh = room.mint('arrival');
  const order: Order<ToKeepFresh> = {
    action: keepArrival,
    asked: (tx) => prepare(room, tx, incoming, look, asking.how, fresh),
    actor: asking.actor,
    operation: asking.operation,
    body: { contentHash: look.contentHash, via: incoming.via },
  };
  const done = await perform(room, order);
  if (isRefusal(done)) return done;
  const arrival = done.arrival ?? fresh;
  // Asked again under its operation id, the answer is the first one's: it began the chain, or it did not.
  const began = done.entries.some((each) => each.subject === arrival && each.numbers.includes(1));
  return {
    arrival,
    fresh: began,
    bytes: incoming.bytes.length,
    sha256: createHash('sha256').update(incoming.bytes).digest('hex'),
  };
}

async function prepare(
  room: Room,
  tx: Transaction,
  incoming: Incoming,
  look: FirstLook,
  how: string,
  fresh: Id<'arrival'>,
): Promise<ToKeepFresh> {
  const contentHash = Buffer.from(look.contentHash, 'hex');
  const { messageId, from, subject, date } = look.head;
  const [known, twin] = await Promise.all([
    findByContent(tx, room.workspace, contentHash),
    messageId === null ? null : findByMessageId(tx, room.workspace, messageId),
  ]);
  const key = known === null ? null : await fetchKey(tx, room.workspace, room.wrap, known);
  return {
    bytes: incoming.bytes,
    contentHash,
    via: incoming.via,
    how,
    receivedAt: incoming.receivedAt,
    envelope: incoming.envelope,
    headers: look.headers,
    head: { messageId, from, subject, date: date === null ? null : new Date(date).toISOString() },
    known: known === null || key === null ? null : { arrival: known as Id<'arrival'>, key },
    twin: known === null ? (twin as Id<'arrival'> | null) : null,
    fresh,
    problems: incoming.problems ?? [],
  };
}
