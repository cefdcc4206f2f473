import { z } from 'zod';
import { ROLE_WORDS } from '#domain/handoff.js';
import { kind } from '#record/kind.js';
import { PersonId, RoleHeld, RuleId } from '#record/kinds/shapes.js';

/** Before an intro is taken its owner is a matter of the host alone. */
export const ownerProposed = kind({
  kind: 'owner.proposed',
  chain: 'notebook',
  content: z.object({ owner: PersonId.nullable(), rule: RuleId.nullable() }),
  say: (c, names) => (c.owner === null ? 'Nobody owns it.' : `It is with ${names.person(c.owner)}.`),
});

export const ownerNamed = kind({
  kind: 'owner.named',
  chain: 'record',
  content: z.object({
    owner: PersonId.nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
  }),
  say: (c) => (c.owner === null ? 'Nobody owns it.' : `${c.name ?? 'Somebody'} owns it.`),
});

export const backupNamed = kind({
  kind: 'backup.named',
  chain: 'notebook',
  content: z.object({ backup: PersonId.nullable() }),
  say: (c, names) => (c.backup === null ? 'There is no backup.' : `${names.person(c.backup)} is the backup.`),
});

export const roleOffered = kind({
  kind: 'role.offered',
  chain: 'record',
  content: z.object({ name: z.string().nullable(), email: z.string().nullable(), role: RoleHeld }),
  say: (c) => `${c.name ?? c.email ?? 'The partner'} is offered a role: ${ROLE_WORDS[c.role]}.`,
});

/** Before an intro is taken, the role that will be offered. */
export const roleProposed = kind({
  kind: 'role.proposed',
  chain: 'notebook',
  content: z.object({ name: z.string().nullable(), email: z.string().nullable(), role: RoleHeld }),
  say: (c) => `${c.name ?? c.email ?? 'The partner'} will be offered a role: ${ROLE_WORDS[c.role]}.`,
});
