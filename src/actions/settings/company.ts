import { action } from '#actions/decision.js';
import { SETTLE } from '#actions/settings/settle.js';
import { isFreeMail } from '#domain/free-mail.js';
import { refuse } from '#domain/refusal.js';

export const nameCompany = action<{ readonly company: string }>({
  name: 'company.name',
  touches: () => ({ workspace: true }),
  decide: (_known, { company }) => ({
    appends: [{ to: 'workspace', happening: { kind: 'company.named', content: { company } } }],
    errands: SETTLE,
    said: `The company is called ${company}.`,
  }),
});

/** Whoever writes from this domain, or from a name below it, sits on our side. */
export const addDomain = action<{ readonly domain: string }>({
  name: 'domain.add',
  touches: () => ({ workspace: true }),
  decide: (known, { domain }) => {
    if (isFreeMail(domain)) {
      return refuse(
        'domain.free-mail',
        `Anybody can have an address at ${domain}, so it says nothing about a company.`,
      );
    }
    if (known.workspace.domains.includes(domain))
      return refuse('domain.known', `${domain} is one of your domains already.`);
    const partner = known.workspace.partners.find((each) => each.domains.includes(domain));
    if (partner !== undefined)
      return refuse('domain.partner', `${domain} belongs to ${partner.name}, a partner.`);
    return {
      appends: [{ to: 'workspace', happening: { kind: 'domain.added', content: { domain } } }],
      errands: SETTLE,
      said: `Whoever writes from ${domain} sits on your side.`,
    };
  },
});

export const removeDomain = action<{ readonly domain: string }>({
  name: 'domain.remove',
  touches: () => ({ workspace: true }),
  decide: (known, { domain }) => {
    if (!known.workspace.domains.includes(domain))
      return refuse('domain.unknown', `${domain} is not one of your domains.`);
    return {
      appends: [{ to: 'workspace', happening: { kind: 'domain.removed', content: { domain } } }],
      errands: SETTLE,
      said: `${domain} is no longer one of your domains.`,
    };
  },
});

export const addAddress = action<{ readonly address: string }>({
  name: 'address.add',
  touches: () => ({ workspace: true }),
  decide: (known, { address }) => {
    if (known.workspace.addresses.includes(address))
      return refuse('address.known', `Mail to ${address} is taken in already.`);
    return {
      appends: [{ to: 'workspace', happening: { kind: 'address.added', content: { address } } }],
      errands: SETTLE,
      said: `Mail to ${address} is taken in.`,
    };
  },
});

export const removeAddress = action<{ readonly address: string }>({
  name: 'address.remove',
  touches: () => ({ workspace: true }),
  decide: (known, { address }) => {
    if (!known.workspace.addresses.includes(address))
      return refuse('address.unknown', `${address} is not in the list.`);
    return {
      appends: [{ to: 'workspace', happening: { kind: 'address.removed', content: { address } } }],
      errands: SETTLE,
      said: `Mail to ${address} is no longer taken in.`,
    };
  },
});
