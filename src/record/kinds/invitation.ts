import { z } from 'zod';
import { kind } from '#record/kind.js';
import { Instant, LetterId, MailboxHeld, PersonId } from '#record/kinds/shapes.js';

/**
 * An invitation is mailed to a colleague. All that its bytes are made of stands here, but for the link in it,
 * which is written again from the sign-in's own secret: so a second attempt sends the very same mail.
 */
export const invitationLetGo = kind({
  kind: 'invitation.let-go',
  chain: 'workspace',
  content: z.object({
    person: PersonId,
    letter: LetterId,
    from: MailboxHeld,
    to: z.string(),
    /** Who invites, by name, and to which company, as it was called. */
    inviter: z.string().nullable(),
    company: z.string().nullable(),
    date: Instant,
    messageId: z.string(),
  }),
  say: (c, names) => `An invitation to ${names.person(c.person)} was let out.`,
});

/** An attempt began. Written before the first byte goes, so that a server that dies leaves a trace of it. */
export const invitationBegun = kind({
  kind: 'invitation.begun',
  chain: 'workspace',
  content: z.object({ person: PersonId, letter: LetterId, attempt: z.number().int() }),
  say: (c, names) => `Attempt ${c.attempt} to mail ${names.person(c.person)} their invitation began.`,
});

/** How an attempt ended, in the server's own words. `again` is when the next one follows, null for never. */
export const invitationEnded = kind({
  kind: 'invitation.ended',
  chain: 'workspace',
  content: z.object({
    person: PersonId,
    letter: LetterId,
    attempt: z.number().int(),
    outcome: z.enum(['taken', 'refused', 'later', 'unknown', 'not-reached', 'not-needed']),
    words: z.string(),
    again: Instant.nullable(),
  }),
  say: (c, names) => {
    const who = names.person(c.person);
    return {
      taken: `The mail server took the invitation to ${who}.`,
      refused: `The mail server refused the invitation to ${who}: ${c.words}`,
      later: `The mail server wants the invitation to ${who} later: ${c.words}`,
      unknown: `Whether the mail server took the invitation to ${who} is not known.`,
      'not-reached': `The invitation to ${who} did not get to the mail server: ${c.words}`,
      'not-needed': `The invitation to ${who} is not needed any more.`,
    }[c.outcome];
  },
});
