import { composeLetter } from '#outputs/letter/compose.js';
import type { Invitation } from '#views/workspace/invitation.js';

/** The mail with which a colleague is invited. From the same invitation and link come the same bytes. */
export function invitationMail(invitation: Invitation, toName: string, url: string): Promise<Uint8Array> {
  const { letter, from, to, inviter, company, date, messageId } = invitation;
  const where = company === null ? 'Baton' : `Baton at ${company}`;
  const text = [
    `${inviter ?? 'An admin'} added you to ${where}, where intros from partners are taken and answered.`,
    '',
    'Open this to sign in. It works once, within seven days, and only when you press the',
    'button on the page it opens.',
    '',
    url,
    '',
    'If it has ended by then, the same page sends you a fresh one.',
    '',
  ].join('\n');
  return composeLetter({
    letter,
    from,
    to: [{ name: toName, address: to }],
    cc: [],
    subject: `${inviter ?? 'An admin'} added you to ${where}`,
    text,
    html: null,
    date,
    messageId,
    inReplyTo: null,
    references: [],
    headers: BY_ITSELF,
  });
}

// RFC 3834: absence notes stay where they are.
const BY_ITSELF = [{ name: 'Auto-Submitted', value: 'auto-generated' }];
