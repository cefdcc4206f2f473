import { z } from 'zod';
import { kind } from '#record/kind.js';
import { MailboxHeld, SecretId } from '#record/kinds/shapes.js';

/** The server that mail goes out through. Its password is kept sealed under `secret` and stands in no entry. */
export const outgoingSet = kind({
  kind: 'outgoing.set',
  chain: 'workspace',
  content: z.object({
    host: z.string(),
    port: z.number().int(),
    security: z.enum(['tls', 'starttls', 'none']),
    user: z.string().nullable(),
    secret: SecretId.nullable(),
    /** Who mails of Baton itself come from. A follow-up comes from the person who lets it out. */
    from: MailboxHeld,
  }),
  say: (c) => `Mail goes out through ${c.host}:${c.port}.`,
});

export const outgoingRemoved = kind({
  kind: 'outgoing.removed',
  chain: 'workspace',
  content: z.object({ host: z.string(), port: z.number().int() }),
  say: (c) => `Mail no longer goes out through ${c.host}:${c.port}.`,
});

/** A server was tried out with one mail to whoever tried it. */
export const outgoingTried = kind({
  kind: 'outgoing.tried',
  chain: 'workspace',
  content: z.object({
    server: z.string(),
    to: z.string(),
    steps: z.array(
      z.object({
        step: z.enum(['found', 'reached', 'encrypted', 'signed-in', 'taken']),
        went: z.enum(['yes', 'no', 'not-needed', 'not-tried']),
        words: z.string(),
        /** What the server itself said. */
        said: z.string().nullable(),
        /** Milliseconds. */
        took: z.number().int().nullable(),
      }),
    ),
  }),
  say: (c) => {
    const failed = c.steps.find((each) => each.went === 'no');
    if (failed === undefined) return `${c.server} was tried and took a mail to ${c.to}.`;
    return `${c.server} was tried. ${failed.words}${failed.said === null ? '' : `: ${failed.said}`}`;
  },
});

/** Whether the mail of a try arrived: only a person can know. */
export const outgoingConfirmed = kind({
  kind: 'outgoing.confirmed',
  chain: 'workspace',
  content: z.object({ arrived: z.boolean() }),
  say: (c) => (c.arrived ? 'The mail of the try arrived.' : 'The mail of the try did not arrive.'),
});
