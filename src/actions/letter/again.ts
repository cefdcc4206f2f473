import type { ContentOf } from '#record/kinds/every.js';
import { MOST_ATTEMPTS } from '#views/deal/letter.js';

// How long until the next attempt, in seconds, by how many were made: a grey list opens within minutes, a server
// that is down is back within the hour, and after a day somebody has to look.
const AGAIN_AFTER = [60, 300, 900, 3600, 3600 * 4, 3600 * 8, 3600 * 12];

type Ended = {
  readonly attempts: number;
  readonly outcome: ContentOf<'letter.ended' | 'invitation.ended'>['outcome'];
};

/** When a mail is tried again (ISO 8601), or null for never. */
export function nextAttempt({ attempts, outcome }: Ended, now: string): string | null {
  if (outcome === 'taken' || outcome === 'refused' || outcome === 'not-needed') return null;
  if (outcome === 'unknown' && attempts >= MOST_ATTEMPTS) return null;
  const seconds = AGAIN_AFTER[attempts - 1];
  return seconds === undefined ? null : new Date(Date.parse(now) + seconds * 1000).toISOString();
}
