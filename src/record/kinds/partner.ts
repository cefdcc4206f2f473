import { z } from 'zod';
import { kind } from '#record/kind.js';
import { PartnerId, PersonId, RoleHeld, RuleId } from '#record/kinds/shapes.js';

const PartnerPeople = z.array(z.object({ name: z.string(), email: z.string() }));

export const partnerAdded = kind({
  kind: 'partner.added',
  chain: 'workspace',
  content: z.object({
    partner: PartnerId,
    name: z.string(),
    domains: z.array(z.string()),
    people: PartnerPeople,
  }),
  say: (c) => `${c.name} is a partner.`,
});

export const partnerChanged = kind({
  kind: 'partner.changed',
  chain: 'workspace',
  content: z.object({
    partner: PartnerId,
    name: z.string().optional(),
    domains: z.array(z.string()).optional(),
    people: PartnerPeople.optional(),
  }),
  say: (c, names) => `What is known of ${names.partner(c.partner)} was changed.`,
});

/** Who gets an intro. One rule for each partner, and one with no partner for anybody else. */
export const ruleSet = kind({
  kind: 'rule.set',
  chain: 'workspace',
  content: z.object({
    rule: RuleId,
    partner: PartnerId.nullable(),
    owner: PersonId.nullable(),
    backup: PersonId.nullable(),
    role: RoleHeld.nullable(),
  }),
  say: (c, names) => {
    const from = c.partner === null ? 'anybody else' : names.partner(c.partner);
    return c.owner === null
      ? `Intros from ${from} reach nobody.`
      : `Intros from ${from} go to ${names.person(c.owner)}.`;
  },
});

export const ruleRemoved = kind({
  kind: 'rule.removed',
  chain: 'workspace',
  content: z.object({ rule: RuleId }),
  say: () => 'A routing rule was removed.',
});
