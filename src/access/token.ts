import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as 43 letters that need no quoting in a URL. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The token of something that has an id: an HMAC-SHA-256 over it, so that it can be written again without
 * being kept. `use` keeps one kind of token from passing for another.
 */
export function deriveToken(secret: string, use: string, id: string): string {
  return createHmac('sha256', secret).update(`${use}\n${id}`).digest('base64url');
}

/** What is kept of a token. Plain SHA-256 is enough for 256 random bits, which nobody can guess from it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in constant time. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
