import type { Names } from '#record/kind.js';
import type { WorkspaceState } from '#views/workspace/state.js';

/** What people and partners are called in sentences. */
export function namesIn(state: WorkspaceState): Names {
  return {
    person: (id) =>
      state.people.find((each) => each.id === id)?.name ?? (id === 'baton' ? 'Baton' : 'Somebody'),
    partner: (id) => state.partners.find((each) => each.id === id)?.name ?? 'a partner',
  };
}

/** The partner whose domain an address stands under, or null. */
export function partnerOfAddress(state: WorkspaceState, address: string | null) {
  const domain = address?.split('@').at(-1)?.toLowerCase();
  if (domain === undefined) return null;
  const fits = (own: string) => domain === own || domain.endsWith(`.${own}`);
  return state.partners.find((each) => each.domains.some(fits)) ?? null;
}
