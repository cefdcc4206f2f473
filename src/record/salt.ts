import { randomBytes } from 'node:crypto';
import { SALT_BYTES } from '#record/seal.js';

// A draw from the system's generator costs more than the bytes, so many salts are drawn at once.
const DRAWN = 256;

let drawn: Uint8Array = new Uint8Array(0);
let used = 0;

/** A fresh salt: random bytes of the system's generator that nothing else was given or will be. */
export function freshSalt(): Uint8Array {
  if (used === drawn.length) {
    drawn = randomBytes(DRAWN * SALT_BYTES);
    used = 0;
  }
  used += SALT_BYTES;
  return drawn.subarray(used - SALT_BYTES, used);
}
