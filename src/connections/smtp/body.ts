import type { SMTPServerDataStream } from 'smtp-server';
import { ANSWERS, type Answer } from '#connections/smtp/answer.js';
import { type LineEndFault, watchLineEnds } from '#connections/smtp/line-ends.js';
import type { Memory } from '#connections/smtp/memory.js';

const FIRST_ROOM = 4 * 1024;

/** The bytes of one mail, and how to give their memory back; or the answer that it earned. */
export type Body = { readonly bytes: Uint8Array; release(): void };

type Question = {
  readonly stream: SMTPServerDataStream;
  readonly maxBytes: number;
  readonly memory: Memory;
  /** Frees memory that others hold; false where nothing can be freed. */
  readonly makeRoom: () => boolean;
  /** Called once, as soon as the mail is known to be refused, while the client may still be sending. */
  readonly refused: (answer: Answer) => void;
  /** Has its argument called when the connection is gone: the rest of the mail will not come. */
  readonly whenGone: (call: () => void) => void;
};

/**
 * Reads one mail to its end of data. One growing buffer holds it, so that a client that sends byte by byte
 * costs no more than one that sends at once; `memory` counts its whole room. A refused mail is read on and
 * thrown away, because a client hears an answer only after it has sent everything. Null: the client left.
 */
export function readBody(question: Question): Promise<Body | Answer | null> {
  const { stream, maxBytes, memory } = question;
  const watch = watchLineEnds();
  let room = Buffer.alloc(0);
  let length = 0;
  let answer: Answer | null = null;

  function release(): void {
    memory.give(room.length);
    room = Buffer.alloc(0);
  }

  function refuseWith(reason: Answer): void {
    release();
    answer = reason;
    question.refused(reason);
  }

  function moreRoom(next: number): boolean {
    if (!memory.take(next - room.length)) return false;
    const larger = Buffer.allocUnsafe(next);
    room.copy(larger, 0, 0, length);
    room = larger;
    return true;
  }

  function grow(needed: number): boolean {
    if (needed <= room.length) return true;
    const ample = Math.min(Math.max(FIRST_ROOM, room.length * 2, needed), maxBytes);
    return moreRoom(ample) || moreRoom(needed) || (question.makeRoom() && moreRoom(needed));
  }

  function take(chunk: Buffer): void {
    if (answer !== null) return;
    const fault = watch.look(chunk);
    if (fault !== null) refuseWith(answerLineEnd(fault));
    else if (length + chunk.length > maxBytes) refuseWith(ANSWERS.tooLarge(maxBytes));
    else if (!grow(length + chunk.length)) refuseWith(ANSWERS.noMemory());
    else length += chunk.copy(room, length);
  }

  return new Promise((resolve) => {
    stream.on('data', take);
    stream.once('end', () => {
      const fault = answer === null ? watch.end() : null;
      if (fault !== null) refuseWith(answerLineEnd(fault));
      question.whenGone(() => {});
      resolve(answer ?? { bytes: room.subarray(0, length), release });
    });
    question.whenGone(() => {
      stream.off('data', take);
      release();
      resolve(null);
    });
  });
}

function answerLineEnd(fault: LineEndFault): Answer {
  return fault === 'nul' ? ANSWERS.nul() : ANSWERS.bareLineEnd();
}
