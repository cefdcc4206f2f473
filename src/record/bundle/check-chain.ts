import type { Finding } from '#record/bundle/finding.js';
import type { Entry } from '#record/entry.js';
import type { Checkpoint } from '#record/note.js';
import { digestOf, NO_SEAL, sealOf } from '#record/seal.js';

type Say = (code: string, because: string) => Finding;

/**
 * Walks one chain from its first entry and names each entry that is not what was sealed. A broken entry is told
 * apart from a broken seal by what comes after it: the next entry, or the signed end, vouches for one of the two.
 */
export function walk(chain: string, entries: readonly Entry[], end: Checkpoint | null): readonly Finding[] {
  const found: Finding[] = [];
  let before = NO_SEAL;
  for (const [place, entry] of entries.entries()) {
    const number = place + 1;
    const say: Say = (code, because) => ({ code, chain, number, because });
    const misplaced = outOfPlace(entries, number, say);
    if (misplaced !== null) return [...found, misplaced];
    const sealed = sealOf(before, entry.digest, entry);
    const isSealed = isSame(sealed, entry.seal);
    const content = isSealed ? contentChanged(entry, say) : bothChanged(before, entry, say);
    if (content !== null) found.push(content);
    before = entry.seal;
    if (isSealed || content !== null) continue;
    const isOnlySeal = vouched(entries, place, sealed, end);
    found.push(isOnlySeal ? say('entry.seal-changed', SEAL) : say('entry.header-changed', HEADER));
    if (isOnlySeal) before = sealed;
  }
  return found;
}

/** Where a checkpoint and the chain that it was signed for say otherwise. */
export function against(
  chain: string,
  entries: readonly Entry[],
  checkpoint: Checkpoint,
): readonly Finding[] {
  const signed = checkpoint.number;
  if (signed > entries.length) {
    const because = `The chain was signed with ${signed} entries and ends here at ${entries.length}: its end was cut off, or this was made before.`;
    return [{ code: 'chain.cut', chain, number: entries.length + 1, because }];
  }
  const seal = entries[signed - 1]?.seal ?? NO_SEAL;
  if (isSame(seal, checkpoint.seal)) return [];
  const because = `A signed checkpoint says otherwise about entry ${signed} or one before it: the chain was computed anew.`;
  return [{ code: 'chain.recomputed', chain, number: Math.max(1, signed), because }];
}

const SEAL = 'Its seal was changed.';
const HEADER =
  'Who wrote it, when, or of what kind it is was changed after it was sealed, or its words with their digest.';
const WORDS = 'Its words, or the salt before them, were changed after it was sealed.';
const DIGEST = 'Its digest was changed: its words and its seal are what they were.';

function outOfPlace(entries: readonly Entry[], number: number, say: Say): Finding | null {
  const here = entries[number - 1]?.number;
  if (here === number) return null;
  return entries.some((each) => each.number === number)
    ? say('entry.out-of-order', `It does not stand in its place: entry ${here} stands there.`)
    : say('entry.missing', `It is missing; entry ${here} stands in its place.`);
}

/** The digest is what was sealed: is the content what was digested? */
function contentChanged(entry: Entry, say: Say): Finding | null {
  if ((entry.text === null) !== (entry.salt === null))
    return say(
      'entry.half-erased',
      'A half of its content is gone: the words without their salt, or the salt alone.',
    );
  const digest = freshDigest(entry);
  return digest === null || isSame(digest, entry.digest) ? null : say('entry.content-changed', WORDS);
}

/** The digest is not what was sealed. Where the content still gives the seal, the digest alone was changed. */
function bothChanged(before: Uint8Array, entry: Entry, say: Say): Finding | null {
  const digest = freshDigest(entry);
  if (digest === null || isSame(digest, entry.digest)) return null;
  return isSame(sealOf(before, digest, entry), entry.seal)
    ? say('entry.digest-changed', DIGEST)
    : say('entry.content-changed', WORDS);
}

function freshDigest({ salt, text }: Entry): Uint8Array | null {
  return salt === null || text === null ? null : digestOf(salt, text);
}

function vouched(
  entries: readonly Entry[],
  place: number,
  seal: Uint8Array,
  end: Checkpoint | null,
): boolean {
  const next = entries[place + 1];
  if (next !== undefined) return isSame(sealOf(seal, next.digest, next), next.seal);
  return end !== null && end.number === place + 1 && isSame(end.seal, seal);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(Buffer.from(other));
}
