import type { ColdShown, DraftShown } from '#contract/follow-up.js';
import type { Edited } from '#web/follow-up/edited.js';
import { typedMailboxes } from '#web/follow-up/mailbox-words.js';

export type Sending =
  | { readonly body: { to: unknown; cc: unknown; subject: string; text: string }; readonly because: null }
  | { readonly body: null; readonly because: string };

/** What would be sent, or the one thing that stands against it. */
export function sendingOf(draft: DraftShown, edited: Edited, findings: readonly ColdShown[] | null): Sending {
  const no = (because: string) => ({ body: null, because });
  if (!draft.may.send) return no(draft.may.because ?? 'It cannot go yet.');
  const [to, cc] = [typedMailboxes(edited.to), typedMailboxes(edited.cc)];
  const wrong = to.wrong ?? cc.wrong;
  if (wrong !== null) return no(`“${wrong}” is no address.`);
  if (to.mailboxes.length === 0) return no('Somebody has to get it.');
  if (edited.subject.trim() === '') return no('A mail needs a subject.');
  if (edited.text.trim() === '') return no('There is no text to send.');
  if (findings === null) return no('The text is being checked.');
  const gap = findings.find(({ kind }) => kind === 'open-gap');
  if (gap !== undefined) return no('A gap is left. Fill it, or take it out.');
  const body = {
    to: to.mailboxes,
    cc: cc.mailboxes,
    subject: edited.subject.trim(),
    text: edited.text.trim(),
  };
  return { body, because: null };
}
