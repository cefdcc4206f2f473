import type { Settings } from '#contract/settings.js';
import type { Role } from '#domain/handoff.js';

export type RuleRow = {
  readonly rule: string | null;
  readonly partner: string | null;
  readonly name: string;
  readonly owner: string | null;
  readonly backup: string | null;
  readonly role: Role | null;
  readonly lastUsed: string | null;
  readonly alarm: string | null;
};

/**
 * One row per partner, whether it has a rule yet or not, and the rule for anybody else last. Gaps come first:
 * an intro that would reach nobody is the reason to open this page.
 */
export function ruleRows(settings: Pick<Settings, 'rules' | 'partners'>): RuleRow[] {
  const ruled = settings.rules.map((rule) => ({
    rule: rule.id,
    partner: rule.partner,
    name: rule.partner === null ? 'anybody else' : rule.partnerName,
    owner: rule.owner?.id ?? null,
    backup: rule.backup?.id ?? null,
    role: rule.role,
    lastUsed: rule.lastUsed,
    alarm: rule.alarm,
  }));
  const known = new Set(ruled.map((row) => row.partner));
  const unruled = settings.partners
    .filter((partner) => !known.has(partner.id))
    .map((partner) => blank(partner.id, partner.name));
  const others = known.has(null) ? [] : [blank(null, 'anybody else')];
  const rows = [...ruled, ...unruled];
  return [
    ...rows.filter((row) => row.alarm !== null && row.partner !== null),
    ...rows.filter((row) => row.alarm === null && row.partner !== null),
    ...rows.filter((row) => row.partner === null),
    ...others,
  ];
}

function blank(partner: string | null, name: string): RuleRow {
  return { rule: null, partner, name, owner: null, backup: null, role: null, lastUsed: null, alarm: null };
}
