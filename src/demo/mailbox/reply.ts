import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { letterOf } from '#demo/mailbox/letter.js';
import type { Posted } from '#demo/mailbox/mailbox.js';
import { COMPANY } from '#demo/story/northbeam.js';
import { type Refusal, refuse } from '#domain/refusal.js';

type Sending = {
  /** Where the Baton of the demo takes mail. */
  readonly smtp: number;
  /** By the story's clock, ISO 8601 in UTC. */
  readonly now: string;
};

/**
 * Answers a mail of the mailbox in the name of its first reader outside, as that reader's mail program would:
 * to whoever wrote it, in the thread, with the old words below. It comes in by SMTP like any other.
 */
export async function replyTo(
  posted: Posted,
  words: string,
  { smtp, now }: Sending,
): Promise<Refusal | null> {
  const letter = await letterOf(posted);
  if (letter.replyAs === null)
    return refuse(
      'demo.no-reader',
      'Nobody outside Northbeam would have received this, so nobody can answer it.',
    );
  const { messageId, references, replyTo: back } = await simpleParser(Buffer.from(posted.bytes));
  const thread = [references ?? [], messageId ?? []].flat();
  const post = createTransport({ host: '127.0.0.1', port: smtp, secure: false, ignoreTLS: true });
  try {
    await post.sendMail({
      envelope: { from: letter.replyAs.email, to: [COMPANY.intake] },
      from: { name: letter.replyAs.name, address: letter.replyAs.email },
      to: back?.value[0]?.address ?? { name: letter.from.name, address: letter.from.email },
      subject: letter.subject.replace(/^(?:re: )?/i, 'Re: '),
      date: new Date(now),
      ...(messageId === undefined ? {} : { inReplyTo: messageId, references: thread }),
      text: `${words}\n\n${letter.from.name} wrote:\n${letter.text.trimEnd().replaceAll(/^/gm, '> ')}\n`,
    });
  } finally {
    post.close();
  }
  return null;
}
