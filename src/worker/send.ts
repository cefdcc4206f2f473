import { beginLetter, type OneLetter } from '#actions/letter/begin.js';
import { endLetter, type ToEnd } from '#actions/letter/end.js';
import { perform, type Room } from '#actions/perform.js';
import type { Submission, Submitted } from '#connections/outgoing/submit.js';
import { inWorkspace, readWorkspace, type Transaction } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import type { Id } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { addressesOf, composeLetter } from '#outputs/letter/compose.js';
import { fetchKey, findByContent } from '#record/arrivals/fetch.js';
import { lookAt } from '#sources/mail/first-look.js';
import type { Letter } from '#views/deal/letter.js';
import { Known } from '#views/known.js';

/** Hands a mail over, or null where there is no server that takes any. */
export type Submitter = ((mail: Submission) => Promise<Submitted>) | null;

/**
 * One attempt to send one letter: it is begun in the record, handed over, and what became of it is an entry. A
 * lock of the database holds for as long as the attempt lasts and goes when its server dies, so two servers
 * never hand the same letter over at once. An attempt that died without an answer is one whose outcome is unknown.
 */
export async function sendLetter(room: Room, submitter: Submitter, one: OneLetter): Promise<void> {
  await inWorkspace(room.pool, room.workspace, async (tx) => {
    if (!(await holds(tx, room.workspace, one.letter)))
      throw new Fault('letter.being-sent', 'Another server is sending it.', { retry: 'soon' });
    await closeLost(room, one);
    const begun = await perform(room, {
      action: beginLetter,
      asked: one,
      actor: 'baton',
      operation: room.mint('operation'),
    });
    if (isRefusal(begun)) return;
    const letter = await letterOf(room, one);
    if (letter === null) return;
    const bytes = await composeLetter(letter);
    const mail = { from: letter.from.address, to: addressesOf(letter), bytes };
    const submitted: Submitted =
      submitter === null
        ? { went: 'not-reached', words: 'There is no outgoing server.', refused: [] }
        : await submitter(mail);
    await end(room, one, bytes, submitted);
  });
}

// Whoever holds the lock and finds an attempt under way knows that its server is gone.
async function closeLost(room: Room, one: OneLetter): Promise<void> {
  const letter = await letterOf(room, one);
  if (letter === null || !letter.isOnItsWay) return;
  const words = 'Baton stopped while it was being handed over.';
  await end(room, one, await composeLetter(letter), { went: 'unknown', words, refused: [] });
}

async function end(room: Room, one: OneLetter, bytes: Uint8Array, submitted: Submitted): Promise<void> {
  const fresh = room.mint('arrival');
  const contentHash = Buffer.from(lookAt(bytes).contentHash, 'hex');
  await perform<ToEnd>(room, {
    action: endLetter,
    asked: async (tx) => ({
      ...one,
      outcome: submitted.went,
      words: submitted.words,
      missed: submitted.refused,
      sent: { bytes, contentHash, fresh, known: await knownAlready(room, tx, contentHash) },
    }),
    actor: 'baton',
    operation: room.mint('operation'),
  });
}

async function knownAlready(room: Room, tx: Transaction, contentHash: Uint8Array) {
  const arrival = (await findByContent(tx, room.workspace, contentHash)) as Id<'arrival'> | null;
  const key = arrival === null ? null : await fetchKey(tx, room.workspace, room.wrap, arrival);
  return arrival === null || key === null ? null : { arrival, key };
}

function letterOf(room: Room, { deal, letter }: OneLetter): Promise<Letter | null> {
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const chains = await room.memory.fresh(tx, room.workspace, [deal, notebookOf(deal)]);
    return new Known(chains).deal(deal).notebook.letters.find((each) => each.letter === letter) ?? null;
  });
}

/** Whether this transaction now holds the lock of a mail of ours; false where another one does. */
export async function holds(tx: Transaction, workspace: string, letter: string): Promise<boolean> {
  const found = await tx.query<{ held: boolean }>({
    name: 'hold_letter',
    text: 'select pg_try_advisory_xact_lock(hashtextextended($1, 1)) as held',
    values: [`${workspace} ${letter}`],
  });
  return found.rows[0]?.held === true;
}
