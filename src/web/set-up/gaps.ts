import type { Settings } from '#contract/settings.js';

type Known = Pick<Settings, 'company' | 'domains' | 'week' | 'people' | 'partners' | 'rules'> & {
  readonly outgoing: Pick<Settings['outgoing'], 'set'>;
};

/** What of the set-up is still open, in the order in which it is asked. */
export function gapsOf(settings: Known): string[] {
  const owned = new Set(settings.rules.filter((rule) => rule.owner !== null).map((rule) => rule.partner));
  const unowned = settings.partners.some((partner) => !owned.has(partner.id)) && !owned.has(null);
  const gaps: readonly (readonly [boolean, string])[] = [
    [settings.company === null, 'the company’s name'],
    [settings.domains.length === 0, 'its domains'],
    [settings.week === null, 'the working week'],
    [settings.people.filter((person) => person.active).length < 2, 'a colleague who can stand behind you'],
    [settings.partners.length === 0, 'a first partner'],
    [unowned, 'an owner for each partner'],
    [!settings.outgoing.set, 'outgoing mail'],
  ];
  return gaps.filter(([open]) => open).map(([, words]) => words);
}
