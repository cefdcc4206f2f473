import type { WorkspaceState } from '#views/workspace/state.js';

/** Who gets an intro: the partner's own rule, else the rule for anybody else, else the only person there is. */
export type Route = {
  readonly owner: `person_${string}` | null;
  readonly backup: `person_${string}` | null;
  readonly rule: `rule_${string}` | null;
};

/** A rule whose owner left names nobody: a gap is shown and never filled by a guess. */
export function routeFor(state: WorkspaceState, partner: string | null): Route {
  const rule =
    (partner === null ? undefined : state.rules.find((each) => each.partner === partner)) ??
    state.rules.find((each) => each.partner === null);
  const active = state.people.filter((each) => each.active);
  if (rule === undefined) {
    const only = active.length === 1 ? active[0] : undefined;
    return { owner: only?.id ?? null, backup: null, rule: null };
  }
  const here = (id: `person_${string}` | null) => (active.some((each) => each.id === id) ? id : null);
  return { owner: here(rule.owner), backup: here(rule.backup), rule: rule.id };
}
