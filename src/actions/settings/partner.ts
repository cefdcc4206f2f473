import { action } from '#actions/decision.js';
import { SETTLE } from '#actions/settings/settle.js';
import { isFreeMail } from '#domain/free-mail.js';
import type { Role } from '#domain/handoff.js';
import type { Id } from '#domain/id.js';
import { type Refusal, refuse } from '#domain/refusal.js';
import type { Known } from '#views/known.js';

type People = readonly { readonly name: string; readonly email: string }[];
type ToAdd = { readonly name: string; readonly domains: readonly string[]; readonly people: People };

export const addPartner = action<ToAdd>({
  name: 'partner.add',
  touches: () => ({ workspace: true }),
  decide: (known, { name, domains, people }, { mint }) => {
    const wrong = refuseDomains(known, null, domains);
    if (wrong !== null) return wrong;
    const standing = known.workspace.partners.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (standing !== undefined) return refuse('partner.known', `${standing.name} is a partner already.`);
    const content = {
      partner: mint('partner'),
      name,
      domains: [...domains],
      people: people.map((each) => ({ ...each })),
    };
    return {
      appends: [{ to: 'workspace', happening: { kind: 'partner.added', content } }],
      errands: SETTLE,
      said: `${name} is a partner.`,
    };
  },
});

type ToChange = {
  readonly partner: Id<'partner'>;
  readonly name?: string | undefined;
  readonly domains?: readonly string[] | undefined;
  readonly people?: People | undefined;
};

export const changePartner = action<ToChange>({
  name: 'partner.change',
  touches: () => ({ workspace: true }),
  decide: (known, { partner, name, domains, people }) => {
    if (!known.workspace.partners.some((each) => each.id === partner)) {
      return refuse('partner.unknown', 'There is no such partner.');
    }
    const wrong = refuseDomains(known, partner, domains ?? []);
    if (wrong !== null) return wrong;
    const content = {
      partner,
      ...(name === undefined ? {} : { name }),
      ...(domains === undefined ? {} : { domains: [...domains] }),
      ...(people === undefined ? {} : { people: people.map((each) => ({ ...each })) }),
    };
    return {
      appends: [{ to: 'workspace', happening: { kind: 'partner.changed', content } }],
      errands: SETTLE,
      said: 'Saved. Mails that wait are read again with it.',
    };
  },
});

type ToRule = {
  readonly partner: Id<'partner'> | null;
  readonly owner: Id<'person'> | null;
  readonly backup: Id<'person'> | null;
  readonly role: Role | null;
};

/** Who gets an intro of this partner (or of anybody else). One rule each: a new one replaces the old. */
export const setRule = action<ToRule>({
  name: 'rule.set',
  touches: () => ({ workspace: true }),
  decide: (known, asked, { mint }) => {
    const { partners, people, rules } = known.workspace;
    if (asked.partner !== null && !partners.some((each) => each.id === asked.partner)) {
      return refuse('partner.unknown', 'There is no such partner.');
    }
    for (const id of [asked.owner, asked.backup]) {
      if (id !== null && !people.some((each) => each.id === id && each.active)) {
        return refuse('person.unknown', 'There is no such colleague here.');
      }
    }
    if (asked.owner !== null && asked.owner === asked.backup) {
      return refuse(
        'handoff.same-person',
        'Owner and backup are two people: the backup is there for when the owner is not.',
      );
    }
    const rule = rules.find((each) => each.partner === asked.partner)?.id ?? mint('rule');
    return {
      appends: [{ to: 'workspace', happening: { kind: 'rule.set', content: { rule, ...asked } } }],
      errands: SETTLE,
      said: 'Saved. Intros that nobody took yet follow it.',
    };
  },
});

export const removeRule = action<{ readonly rule: Id<'rule'> }>({
  name: 'rule.remove',
  touches: () => ({ workspace: true }),
  decide: (known, { rule }) => {
    if (!known.workspace.rules.some((each) => each.id === rule))
      return refuse('rule.unknown', 'There is no such rule.');
    return {
      appends: [{ to: 'workspace', happening: { kind: 'rule.removed', content: { rule } } }],
      errands: SETTLE,
      said: 'The rule is gone.',
    };
  },
});

function refuseDomains(
  known: Known,
  partner: Id<'partner'> | null,
  domains: readonly string[],
): Refusal | null {
  for (const domain of domains) {
    if (isFreeMail(domain)) {
      return refuse(
        'domain.free-mail',
        `Anybody can have an address at ${domain}, so it says nothing about a company.`,
      );
    }
    if (known.workspace.domains.includes(domain))
      return refuse('domain.ours', `${domain} is one of your own domains.`);
    const other = known.workspace.partners.find(
      (each) => each.id !== partner && each.domains.includes(domain),
    );
    if (other !== undefined) return refuse('domain.partner', `${domain} belongs to ${other.name} already.`);
  }
  return null;
}
