import { createHash } from 'node:crypto';
import type { Evidence } from '#domain/evidence.js';
import type { TextHeld } from '#record/bundle/shape.js';
import type { Entry } from '#record/entry.js';

/** A text that an entry holds whole, with its hash: so words are shared. */
type SharedText = Pick<TextHeld, 'arrival' | 'part' | 'sha256' | 'text'>;

/** What an entry holds, or null where it was erased or cannot be read. */
export function contentOf(entry: Pick<Entry, 'text'>): unknown {
  if (entry.text === null) return null;
  try {
    return JSON.parse(entry.text);
  } catch {
    return null;
  }
}

// Found by their shape, wherever they stand in a content, so that a kind of entry which is made tomorrow is
// checked by a verifier of today.
export function quotesIn(value: unknown): readonly Evidence[] {
  return objectsIn(value).filter(isQuote);
}

export function sharedIn(value: unknown): readonly SharedText[] {
  return objectsIn(value).filter(isShared);
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Every object in a content, the outermost first, in the order in which they are written. */
export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}

function isQuote(each: Readonly<Record<string, unknown>>): each is Evidence {
  return (
    typeof each.arrival === 'string' &&
    typeof each.part === 'string' &&
    typeof each.start === 'number' &&
    typeof each.end === 'number' &&
    typeof each.quote === 'string'
  );
}

function isShared(each: Readonly<Record<string, unknown>>): each is SharedText {
  return ['arrival', 'part', 'sha256', 'text'].every((name) => typeof each[name] === 'string');
}
