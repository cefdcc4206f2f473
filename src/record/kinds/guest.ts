import { z } from 'zod';
import { kind } from '#record/kind.js';
import { Instant, LinkId, RoleHeld } from '#record/kinds/shapes.js';

/** One person of the partner may see this deal's record by a signed link until then. */
export const linkMade = kind({
  kind: 'link.made',
  chain: 'record',
  content: z.object({ link: LinkId, name: z.string().nullable(), email: z.string(), endsAt: Instant }),
  say: (c) => `${c.name ?? c.email} can see this record by a link of their own.`,
});

/** It ends now: taken back here, followed by a fresh one, or somebody said that it is not theirs. */
export const linkRevoked = kind({
  kind: 'link.revoked',
  chain: 'record',
  content: z.object({ link: LinkId, why: z.enum(['taken-back', 'replaced', 'not-me']) }),
  say: (c) =>
    ({
      'taken-back': 'A link was taken back.',
      replaced: 'A fresh link took the place of an older one.',
      'not-me': 'Somebody opened a link that is not theirs, and it ended.',
    })[c.why],
});

/** The partner's person answered the role that was offered, through their link or by a colleague's hand. */
export const roleAnswered = kind({
  kind: 'role.answered',
  chain: 'record',
  content: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    role: RoleHeld,
    answer: z.enum(['taken', 'declined']),
  }),
  say: (c) => `${c.name ?? c.email ?? 'The partner'} ${c.answer === 'taken' ? 'took' : 'declined'} the role.`,
});

/** What a person of another company wants to hear from Baton, by their own click. */
export const postWished = kind({
  kind: 'post.wished',
  chain: 'workspace',
  content: z.object({ email: z.string(), wish: z.enum(['all', 'never']) }),
  say: (c) =>
    c.wish === 'never' ? `${c.email} wants no status mails.` : `${c.email} wants status mails again.`,
});

/** Short status mails to partners go out by an admin's standing word, or not at all. */
export const postSwitched = kind({
  kind: 'post.switched',
  chain: 'workspace',
  content: z.object({ on: z.boolean() }),
  say: (c) => (c.on ? 'Partners are kept posted by short mails.' : 'Partners get no status mails.'),
});
