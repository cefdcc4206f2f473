import { v7 } from 'uuid';

/** What can be named by an id. The prefix keeps a deal from being passed where an arrival is meant. */
export type Named =
  | 'arrival'
  | 'deal'
  | 'delivery'
  | 'errand'
  | 'finding'
  | 'key'
  | 'letter'
  | 'link'
  | 'operation'
  | 'partner'
  | 'person'
  | 'rule'
  | 'secret'
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

// Two zero bits lead, because 26 letters of five bits hold 130.
function spell(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 2;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
