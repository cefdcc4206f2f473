import { v7 } from 'uuid';

/** What can be named by an id. The prefix keeps a deal from being passed where an arrival is meant. */
export type Named =
  | 'arrival'
  | 'deal'
  | 'delivery'
  | 'errand'
  | 'finding'
  | 'key'
  | 'operation'
  | 'partner'
  | 'person'
  | 'rule'
  | 'step';

export type Id<N extends Named> = `${N}_${string}`;

/** Makes a fresh id. Tests hand in one that counts, so that two worlds can be compared byte for byte. */
export type Mint = <N extends Named>(named: N) => Id<N>;

// Crockford's alphabet, lower case: no i, l, o or u, so that an id read aloud is not misheard.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A time-ordered id: the 128 bits of a UUID version 7 (RFC 9562) in 26 characters that sort by time. */
export const mintId: Mint = (named) => `${named}_${spell(v7(undefined, new Uint8Array(16)))}`;

export function isId<N extends Named>(named: N, text: string): text is Id<N> {
  return text.startsWith(`${named}_`) && /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(named.length + 1));
}

function spell(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = ALPHABET.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}
