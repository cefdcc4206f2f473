import type { Id } from '#domain/id.js';
import type { Mailbox } from '#domain/party.js';
import { composeLetter } from '#outputs/letter/compose.js';

type ToWrite = {
  readonly letter: Id<'letter'>;
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** `smtp.northbeam.example:587`. */
  readonly server: string;
  /** Instant, ISO 8601. */
  readonly date: string;
};

/** The one short mail of a try, to whoever tries. */
export function trialMail({ letter, from, to, server, date }: ToWrite): Promise<Uint8Array> {
  return composeLetter({
    letter,
    from,
    to: [to],
    cc: [],
    subject: 'Baton tries its outgoing mail',
    text: [
      `You tried Baton’s outgoing server, ${server}, and this is the mail of the try.`,
      '',
      'It arrived, since you read it. Say so on the page, under Settings, Mail and keys.',
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
