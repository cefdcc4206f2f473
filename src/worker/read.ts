import { createHash } from 'node:crypto';
import { readArrival, type ToRead } from '#actions/arrival/read.js';
import { perform, type Room } from '#actions/perform.js';
import { readWorkspace, type Transaction } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import type { MailReading, ReadingContext } from '#domain/intro.js';
import type { DecodedMail } from '#domain/mail.js';
import { isRefusal } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { fetchBytes, fetchKey, fetchText } from '#record/arrivals/fetch.js';
import { findMentions, findThread } from '#record/arrivals/thread.js';
import type { ArrivalState } from '#views/arrival/state.js';
import { Known } from '#views/known.js';
import { contextOf } from '#views/workspace/context.js';

/** How bytes become words, and words a reading: handed in, so that the worker can be shown a fake clock. */
export type Reader = {
  readonly decode: (bytes: Uint8Array) => Promise<DecodedMail>;
  readonly read: (mail: DecodedMail, context: ReadingContext) => MailReading;
};

/**
 * Reads one arrival as it stands: decodes it the first time, reads it with what the workspace knows, and
 * takes the reading in. Then arrivals that answer it and came before it are read too, so that they join.
 * Safe to run twice. Null where there is no such arrival.
 */
export async function readOne(
  room: Room,
  reader: Reader,
  arrival: Id<'arrival'>,
): Promise<Id<'deal'> | null> {
  const found = await lookUp(room, arrival);
  if (found === null) return null;
  const mail = found.decoded ?? (await reader.decode(found.bytes));
  const reading = reader.read(mail, found.context);
  const textHash = createHash('sha256').update(reading.words.text, 'utf8').digest('hex');
  const ids = ownIds(found.state, reading);
  const freshDeal = room.mint('deal');
  const done = await perform<ToRead>(room, {
    action: readArrival,
    asked: async (tx) => ({
      arrival,
      reading,
      // A reader that cuts the words differently keeps them as another part: old quotes stay where they stand.
      part: `words-${textHash.slice(0, 8)}`,
      textHash,
      key: found.key,
      decoded: found.decoded === null ? JSON.stringify(mail) : null,
      threadDeal: await dealOfThread(room, tx, arrival, [...ids, ...answered(reading)]),
      freshDeal,
    }),
    actor: 'baton',
    operation: room.mint('operation'),
  });
  const deal = isRefusal(done) ? null : done.deal;
  await readThoseThatWait(room, reader, arrival, ids, answered(reading));
  return deal;
}

type Found = {
  readonly state: ArrivalState;
  readonly key: Uint8Array;
  readonly bytes: Uint8Array;
  readonly decoded: DecodedMail | null;
  readonly context: ReadingContext;
};

async function lookUp(room: Room, arrival: Id<'arrival'>): Promise<Found | null> {
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const chains = await room.memory.fresh(tx, room.workspace, ['workspace', arrival]);
    const known = new Known(chains);
    const state = known.arrival(arrival);
    if (state.received === null) return null;
    const key = await fetchKey(tx, room.workspace, room.wrap, arrival);
    const bytes = await fetchBytes(tx, room.workspace, room.wrap, arrival);
    if (key === null || bytes === null) return null;
    const text = await fetchText(tx, room.workspace, room.wrap, arrival, 'mail');
    const sides = state.deal === null ? [] : await sidesOf(room, tx, state.deal);
    const decoded = text === null ? null : (JSON.parse(text) as DecodedMail);
    return { state, key, bytes, decoded, context: contextOf(known.workspace, sides) };
  });
}

async function sidesOf(room: Room, tx: Transaction, deal: Id<'deal'>) {
  const chains = await room.memory.fresh(tx, room.workspace, [deal, notebookOf(deal)]);
  return new Known(chains).deal(deal).notebook.sides;
}

async function dealOfThread(room: Room, tx: Transaction, arrival: Id<'arrival'>, ids: readonly string[]) {
  const chains = await room.memory.fresh(tx, room.workspace, [arrival]);
  const joined = new Known(chains).arrival(arrival).deal;
  return joined ?? ((await findThread(tx, room.workspace, ids)) as Id<'deal'> | null);
}

function ownIds(state: ArrivalState, reading: MailReading): readonly string[] {
  return [
    ...new Set([state.received?.messageId ?? null, reading.head.messageId].filter((each) => each !== null)),
  ];
}

function answered(reading: MailReading): readonly string[] {
  return [...reading.head.inReplyTo, ...reading.head.references];
}

// Two mails of one thread may be read at the same moment on two servers. Each has written what it claims and
// what it mentions before it looks for the other, so one of them finds the other here.
async function readThoseThatWait(
  room: Room,
  reader: Reader,
  arrival: Id<'arrival'>,
  ids: readonly string[],
  mentions: readonly string[],
): Promise<void> {
  const waiting = await readWorkspace(room.pool, room.workspace, async (tx) => {
    const chains = await room.memory.fresh(tx, room.workspace, [arrival]);
    const deal = new Known(chains).arrival(arrival).deal;
    if (deal === null) return (await findThread(tx, room.workspace, mentions)) === null ? [] : [arrival];
    const answers = (await findMentions(tx, room.workspace, ids)) as readonly Id<'arrival'>[];
    const states = new Known(await room.memory.fresh(tx, room.workspace, answers));
    return answers.filter((each) => each !== arrival && states.arrival(each).deal === null);
  });
  for (const each of waiting) await readOne(room, reader, each);
}
