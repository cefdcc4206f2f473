import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from '#domain/fault.js';

// AES-256-GCM with a nonce of 96 bits (NIST SP 800-38D): [nonce 12][tag 16][ciphertext].
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A fresh key for one arrival. Forgetting it is how an arrival is erased. */
export function freshKey(): Uint8Array {
  return randomBytes(32);
}

/** Seals bytes under a key of 32 bytes. `about` is bound to them: they open nowhere else. */
export function lock(key: Uint8Array, about: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens what `lock` sealed, or throws a fault that says that the key or the bytes are not the right ones. */
export function unlock(key: Uint8Array, about: string, sealed: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(about, 'utf8'));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new Fault(
      'arrival.cannot-be-opened',
      'What is kept cannot be opened with this key file. It is unharmed if the key file is another one; put the right one back.',
      { retry: 'never', cause },
    );
  }
}
