import { expect, test } from 'vitest';
import type { Settings } from '#contract/settings.js';
import { ruleRows } from '#web/settings/rule-rows.js';

const rule = (partner: string | null, alarm: string | null = null): Settings['rules'][number] => ({
  id: `rule_${partner}`,
  partner,
  partnerName: partner ?? 'Anybody else',
  owner: null,
  backup: null,
  role: null,
  lastUsed: null,
  alarm,
});
const partner = (id: string) => ({ id, name: id, domains: [], people: [] });

test('a partner whose intros would reach nobody stands first, a partner without a rule is not forgotten', () => {
  const rows = ruleRows({
    rules: [rule('Cobalt Ridge'), rule(null), rule('Fidelis Grants', 'Hal left on 27 Feb')],
    partners: ['Cobalt Ridge', 'Fidelis Grants', 'Ironwood'].map(partner),
  });
  expect(rows.map((row) => row.name)).toEqual(['Fidelis Grants', 'Cobalt Ridge', 'Ironwood', 'anybody else']);
});

test('without any rule there is still a row for anybody else', () => {
  expect(ruleRows({ rules: [], partners: [] }).map((row) => row.name)).toEqual(['anybody else']);
});
