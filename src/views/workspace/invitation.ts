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

/** Whether it is still to go, or may be on its way. */
export function isGoing(invitation: Invitation | null): boolean {
  if (invitation === null) return false;
  return invitation.last === null || invitation.isOnItsWay || invitation.last.again !== null;
}
