import type { Entry } from '#record/entry.js';
import type { Checkpoint } from '#record/note.js';
import { digestOf, NO_SEAL, SALT_BYTES, sealOf } from '#record/seal.js';

/** What is wrong with a chain, at the first entry where it shows, in one sentence. */
export type Broken = {
  readonly subject: string;
  readonly number: number;
  readonly code: string;
  readonly because: string;
};

export type ChainReport = {
  readonly subject: string;
  readonly entries: number;
  /** How many entries come after the newest checkpoint: nothing outside this chain vouches for them yet. */
  readonly unsigned: number;
  readonly broken: readonly Broken[];
};

/**
 * Checks one chain from its first entry: numbers without a gap, each digest against its content, each seal
 * against what came before, and every checkpoint against the entry that it names. Pure.
 */
export function verifyChain(
  subject: string,
  entries: readonly Entry[],
  checkpoints: readonly Checkpoint[],
): ChainReport {
  const broken = firstBreak(subject, entries);
  const newest = Math.max(0, ...checkpoints.map((each) => each.number));
  const missed = checkpoints.flatMap((checkpoint) => againstCheckpoint(subject, entries, checkpoint));
  const first = broken ?? [...missed].sort((one, other) => one.number - other.number)[0];
  return {
    subject,
    entries: entries.length,
    unsigned: Math.max(0, entries.length - newest),
    broken: first === undefined ? [] : [first],
  };
}

function firstBreak(subject: string, entries: readonly Entry[]): Broken | undefined {
  let seal = NO_SEAL;
  for (const [place, entry] of entries.entries()) {
    const number = place + 1;
    const say = (code: string, because: string): Broken => ({ subject, number, code, because });
    if (entry.number !== number)
      return say('entry.missing', `Entry ${number} is missing; the next one is ${entry.number}.`);
    if (entry.text !== null && entry.salt !== null) {
      // The length is held as well: white space could move from the salt to the text under the same digest.
      if (entry.salt.length !== SALT_BYTES || !isSame(digestOf(entry.salt, entry.text), entry.digest)) {
        return say(
          'entry.content-changed',
          `The content of entry ${number} was changed after it was sealed.`,
        );
      }
    } else if ((entry.text === null) !== (entry.salt === null)) {
      return say('entry.half-erased', `Of entry ${number} a half of the content is gone.`);
    }
    if (!isSame(sealOf(seal, entry.digest, entry), entry.seal)) {
      return say('entry.seal-broken', `Entry ${number} was changed after it was sealed.`);
    }
    seal = entry.seal;
  }
  return undefined;
}

function againstCheckpoint(
  subject: string,
  entries: readonly Entry[],
  checkpoint: Checkpoint,
): readonly Broken[] {
  const entry = entries.find((each) => each.number === checkpoint.number);
  if (entry === undefined) {
    const number = entries.length + 1;
    const because = `A checkpoint was signed at entry ${checkpoint.number}, and the chain ends at ${entries.length}: its end was cut off.`;
    return [{ subject, number, code: 'chain.cut', because }];
  }
  if (isSame(entry.seal, checkpoint.seal)) return [];
  const because = `A checkpoint says otherwise about entry ${checkpoint.number} or one before it: the chain was computed anew.`;
  return [{ subject, number: checkpoint.number, code: 'chain.recomputed', because }];
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(Buffer.from(other));
}
