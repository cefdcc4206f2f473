import type { Id } from '#domain/id.js';
import type { Mailbox } from '#domain/party.js';
import { composeLetter } from '#outputs/letter/compose.js';

type ToWrite = {
  readonly letter: Id<'letter'>;
  readonly from: Mailbox;
  readonly to: string;
  readonly url: string;
  /** Instant, ISO 8601. */
  readonly date: string;
};

/** The mail with a sign-in link: plain text, one link, what it does and what to do if nobody asked. */
export function linkMail({ letter, from, to, url, date }: ToWrite): Promise<Uint8Array> {
  return composeLetter({
    letter,
    from,
    to: [{ name: null, address: to }],
    cc: [],
    subject: 'Your sign-in link for Baton',
    text: [
      'Open this to sign in to Baton. It works once, for fifteen minutes, and only when you',
      'press the button on the page it opens.',
      '',
      url,
      '',
      'If you did not ask for it, do nothing: without the button nothing happens.',
      '',
    ].join('\n'),
    html: null,
    date,
    messageId: `<${letter.slice('letter_'.length)}@${from.address.split('@').at(-1) ?? 'localhost'}>`,
    inReplyTo: null,
    references: [],
    headers: [{ name: 'Auto-Submitted', value: 'auto-generated' }],
  });
}
