import type { DraftShown } from '#contract/follow-up.js';
import { mailboxWords } from '#web/follow-up/mailbox-words.js';

/** What stands in the fields of a follow-up: as drafted, or as a person left it. */
export type Edited = {
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
};

export function draftedFields(draft: DraftShown): Edited {
  return {
    to: mailboxWords(draft.to),
    cc: mailboxWords(draft.cc),
    subject: draft.subject,
    text: draft.text,
  };
}

const FIELDS = ['to', 'cc', 'subject', 'text'] as const;

export function isSame(one: Edited, other: Edited): boolean {
  return FIELDS.every((field) => one[field] === other[field]);
}

// An edited text is the writer's alone until it is sent: it stays in this browser.
function keyOf(deal: string): string {
  return `baton.follow-up.${deal}`;
}

/** What was left in this browser for a deal, or null. Storage that is shut or spoiled counts as empty. */
export function keptEdit(deal: string): Edited | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(deal)) ?? 'null');
    return isEdited(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps an edit over a reload; null forgets it. */
export function keepEdit(deal: string, edited: Edited | null): void {
  try {
    if (edited === null) localStorage.removeItem(keyOf(deal));
    else localStorage.setItem(keyOf(deal), JSON.stringify(edited));
  } catch {
    // A browser that keeps nothing still edits and sends.
  }
}

function isEdited(kept: unknown): kept is Edited {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    FIELDS.every((field) => typeof (kept as Record<string, unknown>)[field] === 'string')
  );
}
