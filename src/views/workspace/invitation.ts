import type { ContentOf } from '#record/kinds/every.js';
import type { Happened } from '#views/happened.js';

/** A mailed invitation, from when it was let out to what became of it. */
export type Invitation = ContentOf<'invitation.let-go'> & {
  readonly letGoAt: string;
  /** Attempts that began; the last one may still be on its way. */
  readonly attempts: number;
  readonly isOnItsWay: boolean;
  readonly last: ContentOf<'invitation.ended'> | null;
  readonly endedAt: string | null;
};

/** What an entry says of a colleague's invitation; null where it says nothing of any. */
export function foldInvitation(
  before: Invitation | null,
  { kind, content, entry }: Happened,
): Invitation | null {
  if (kind === 'invitation.let-go')
    return {
      ...content,
      letGoAt: entry.recordedAt,
      attempts: 0,
      isOnItsWay: false,
      last: null,
      endedAt: null,
    };
  if (before === null) return null;
  if (kind === 'invitation.begun' && content.letter === before.letter)
    return { ...before, attempts: content.attempt, isOnItsWay: true };
  if (kind === 'invitation.ended' && content.letter === before.letter)
    return { ...before, isOnItsWay: false, last: content, endedAt: entry.recordedAt };
  return before;
}

/** Whether it is not known yet what becomes of it. */
export function isOpen(invitation: Invitation): boolean {
  return invitation.last === null || invitation.isOnItsWay || invitation.last.again !== null;
}

// A backup that is put back holds what would go out, and a worker may be down: then somebody asks once more.
const STUCK_AFTER = 3_600_000;

/** Whether it goes by itself: it is open, and was not to go long ago. `now` is an instant, ISO 8601. */
export function isGoing(invitation: Invitation | null, now: string): boolean {
  if (invitation === null || !isOpen(invitation)) return false;
  const due = invitation.last?.again ?? invitation.letGoAt;
  return Date.parse(now) - Date.parse(due) < STUCK_AFTER;
}
