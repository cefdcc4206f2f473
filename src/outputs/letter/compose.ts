import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '#views/deal/letter.js';

type ToCompose = Pick<
  Letter,
  | 'letter'
  | 'from'
  | 'to'
  | 'cc'
  | 'subject'
  | 'text'
  | 'html'
  | 'date'
  | 'messageId'
  | 'inReplyTo'
  | 'references'
  | 'headers'
>;

/**
 * The bytes of a letter (RFC 5322). All that they are made of stands in its entry, the boundary too, so that the
 * same letter is the same bytes whenever and on whatever server it is composed. It has no Bcc.
 */
export async function composeLetter(letter: ToCompose): Promise<Uint8Array> {
  const { inReplyTo, references } = letter;
  const composer = new MailComposer({
    from: letter.from,
    to: [...letter.to].map((each) => ({ name: each.name ?? '', address: each.address })),
    cc: [...letter.cc].map((each) => ({ name: each.name ?? '', address: each.address })),
    subject: letter.subject,
    text: letter.text,
    ...(letter.html === null ? {} : { html: letter.html }),
    date: new Date(letter.date),
    messageId: letter.messageId,
    ...(inReplyTo === null ? {} : { inReplyTo }),
    ...(references.length === 0 ? {} : { references: [...references] }),
    headers: letter.headers.map(({ name, value }) => ({ key: name, value })),
    baseBoundary: letter.letter,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as ConstructorParameters<typeof MailComposer>[0]);
  return new Uint8Array(await composer.compile().build());
}

/** Everybody that it is handed over for. */
export function addressesOf({ to, cc }: Pick<Letter, 'to' | 'cc'>): readonly string[] {
  return [...new Set([...to, ...cc].map((each) => each.address))];
}
