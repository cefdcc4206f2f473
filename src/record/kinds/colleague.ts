import { z } from 'zod';
import { kind } from '#record/kind.js';
import { KeyId, PersonId } from '#record/kinds/shapes.js';

export const colleagueAdded = kind({
  kind: 'colleague.added',
  chain: 'workspace',
  content: z.object({
    person: PersonId,
    name: z.string(),
    email: z.string(),
    role: z.enum(['admin', 'member']),
    title: z.string().nullable(),
  }),
  say: (c) => `${c.name} joined as ${c.role}.`,
});

export const colleagueChanged = kind({
  kind: 'colleague.changed',
  chain: 'workspace',
  content: z.object({
    person: PersonId,
    name: z.string().optional(),
    role: z.enum(['admin', 'member']).optional(),
    title: z.string().nullable().optional(),
    active: z.boolean().optional(),
  }),
  say: (c, names) => {
    if (c.active === false) return `${names.person(c.person)} left.`;
    if (c.active === true) return `${names.person(c.person)} is back.`;
    return `${names.person(c.person)}'s entry was changed.`;
  },
});

export const singleKeysSet = kind({
  kind: 'colleague.single-keys',
  chain: 'workspace',
  content: z.object({ person: PersonId, on: z.boolean() }),
  say: (c, names) => `Single letters are ${c.on ? '' : 'no longer '}keys for ${names.person(c.person)}.`,
});

export const keyMade = kind({
  kind: 'key.made',
  chain: 'workspace',
  content: z.object({ key: KeyId, name: z.string(), person: PersonId.nullable() }),
  say: (c) => `The key ${c.name} was made.`,
});

export const keyRevoked = kind({
  kind: 'key.revoked',
  chain: 'workspace',
  content: z.object({ key: KeyId }),
  say: () => 'A key was revoked.',
});
