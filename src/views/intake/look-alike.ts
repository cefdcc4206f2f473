import { type LookAlike, lookAlike } from '#domain/look-alike/look-alike.js';
import { type ArrivalState, isLookAlike } from '#views/arrival/state.js';
import type { WorkspaceState } from '#views/workspace/state.js';

/**
 * The sender's domain beside the partner's that it looks like, letter by letter, where the reading pointed it
 * out. Null too where the partner has been given that domain since: then the mail is about to be read again.
 */
export function showLookAlike(workspace: WorkspaceState, state: ArrivalState) {
  if (!isLookAlike(state)) return null;
  const domains = workspace.partners.flatMap((each) => each.domains);
  for (const mailbox of [state.read?.from, state.read?.forwardedBy]) {
    const found = mailbox ? lookAlike(domainOf(mailbox.address), domains) : null;
    if (found !== null) return shown(found, isHeld(state));
  }
  return null;
}

/** Whether it waits for a person, with nothing opened by it. */
export function isHeld(state: ArrivalState): boolean {
  return isLookAlike(state) && state.deal === null && state.word === null;
}

function shown({ how, written, words, seen, like }: LookAlike, held: boolean) {
  return {
    how,
    written,
    words,
    seen: seen.map((each) => ({ ...each })),
    like: like.map((each) => ({ ...each })),
    effect: held ? 'No clock runs and nobody was answered.' : 'Whose side the sender is on is not known.',
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
