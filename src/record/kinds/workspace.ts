import { z } from 'zod';
import { kind } from '#record/kind.js';
import { PersonId, WeekHeld } from '#record/kinds/shapes.js';

export const companyNamed = kind({
  kind: 'company.named',
  chain: 'workspace',
  content: z.object({ company: z.string() }),
  say: (c) => `The company is called ${c.company}.`,
});

export const domainAdded = kind({
  kind: 'domain.added',
  chain: 'workspace',
  content: z.object({ domain: z.string() }),
  say: (c) => `Whoever writes from ${c.domain} sits on our side.`,
});

export const domainRemoved = kind({
  kind: 'domain.removed',
  chain: 'workspace',
  content: z.object({ domain: z.string() }),
  say: (c) => `${c.domain} is no longer one of our domains.`,
});

/** The working week of the company, or of one person where `person` is named; null gives it back. */
export const weekSet = kind({
  kind: 'week.set',
  chain: 'workspace',
  content: z.object({ person: PersonId.nullable(), week: WeekHeld.nullable() }),
  say: (c, names) => {
    const whose = c.person === null ? 'The company' : names.person(c.person);
    if (c.week === null) return `${whose} works as the company does.`;
    return `${whose} works ${c.week.from} to ${c.week.to}, ${c.week.zone}.`;
  },
});

export const standardSet = kind({
  kind: 'standard.set',
  chain: 'workspace',
  content: z.object({ days: z.number() }),
  say: (c) => `The first action is due within ${c.days} business ${c.days === 1 ? 'day' : 'days'}.`,
});

export const addressAdded = kind({
  kind: 'address.added',
  chain: 'workspace',
  content: z.object({ address: z.string() }),
  say: (c) => `Mail to ${c.address} is taken in.`,
});

export const addressRemoved = kind({
  kind: 'address.removed',
  chain: 'workspace',
  content: z.object({ address: z.string() }),
  say: (c) => `Mail to ${c.address} is no longer taken in.`,
});
