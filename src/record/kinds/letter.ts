import { z } from 'zod';
import { kind } from '#record/kind.js';
import { ArrivalId, EvidenceHeld, Instant, LetterId, MailboxHeld, Told } from '#record/kinds/shapes.js';

/**
 * A mail of ours was let out: by a person's key on this exact text, or by the standing word of an admin. All
 * that its bytes are made of stands here, so that a second attempt sends the very same mail (RFC 5322).
 */
export const letterLetGo = kind({
  kind: 'letter.let-go',
  chain: 'notebook',
  content: z.object({
    letter: LetterId,
    purpose: z.enum(['follow-up', 'status', 'fresh-link']),
    /** What a status mail tells; null for anything that a person wrote. */
    tells: Told.nullable(),
    from: MailboxHeld,
    to: z.array(MailboxHeld),
    cc: z.array(MailboxHeld),
    subject: z.string(),
    text: z.string(),
    /** Null where the mail is plain text alone. */
    html: z.string().nullable(),
    date: Instant,
    messageId: z.string(),
    inReplyTo: z.string().nullable(),
    references: z.array(z.string()),
    rests: z.array(EvidenceHeld),
    /** Further header fields of the mail, such as List-Unsubscribe (RFC 8058). */
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  say: (c) => `Let out: “${c.subject}” to ${c.to.map((each) => each.name ?? each.address).join(', ')}.`,
});

/** An attempt began. Written before the first byte goes, so that a server that dies leaves a trace of it. */
export const letterBegun = kind({
  kind: 'letter.begun',
  chain: 'notebook',
  content: z.object({ letter: LetterId, attempt: z.number().int() }),
  say: (c) => `Attempt ${c.attempt} to send it began.`,
});

/** How an attempt ended, in the server's own words. `again` is when the next one follows, null for never. */
export const letterEnded = kind({
  kind: 'letter.ended',
  chain: 'notebook',
  content: z.object({
    letter: LetterId,
    attempt: z.number().int(),
    outcome: z.enum(['taken', 'refused', 'later', 'unknown', 'not-reached']),
    words: z.string(),
    refused: z.array(z.object({ address: z.string(), words: z.string() })),
    again: Instant.nullable(),
  }),
  say: (c) =>
    ({
      taken: 'The mail server took it.',
      refused: `The mail server refused it: ${c.words}`,
      later: `The mail server wants it later: ${c.words}`,
      unknown: 'Whether the mail server took it is not known.',
      'not-reached': `The mail server was not reached: ${c.words}`,
    })[c.outcome],
});

/** What nobody could know from here, by a person's word. */
export const letterSettled = kind({
  kind: 'letter.settled',
  chain: 'notebook',
  content: z.object({ letter: LetterId, arrived: z.boolean() }),
  say: (c) => (c.arrived ? 'It arrived, by a person’s word.' : 'It did not arrive, by a person’s word.'),
});

/** A mail that did not go is let be; its text stays. */
export const letterDropped = kind({
  kind: 'letter.dropped',
  chain: 'notebook',
  content: z.object({ letter: LetterId }),
  say: () => 'It is not sent. The text is kept here.',
});

/** A bounce that was seen: what the mail came back with. */
export const letterReturned = kind({
  kind: 'letter.returned',
  chain: 'notebook',
  content: z.object({ letter: LetterId.nullable(), arrival: ArrivalId.nullable(), words: z.string() }),
  say: (c) => `It came back: ${c.words}`,
});
