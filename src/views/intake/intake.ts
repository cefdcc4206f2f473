import { countFirst } from '#domain/count-words.js';
import type { ArrivalSummary } from '#views/arrival/save.store.js';
import type { Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import type { DealSummary } from '#views/deal/summary.js';
import { type DealNamed, showArrival } from '#views/intake/row.js';
import { firstName } from '#views/person/show.js';
import { namesIn } from '#views/workspace/names.js';
import type { WorkspaceState } from '#views/workspace/state.js';

export type IntakeFacts = {
  readonly arrivals: readonly ArrivalSummary[];
  readonly deals: readonly DealSummary[];
  readonly counts: { readonly needsYou: number; readonly taken: number; readonly notTaken: number };
  readonly address: string | null;
};

/** Everything that came, with the reason it was or was not taken. */
export function intakePage(viewing: Viewing, facts: IntakeFacts) {
  const deals = new Map(facts.deals.map((deal) => [deal.deal as string, dealNamed(viewing.workspace, deal)]));
  return {
    lead: leadWords(facts.counts.needsYou, facts.arrivals.length),
    rows: facts.arrivals.map((arrival) =>
      showArrival(viewing, arrival, deals.get(arrival.state.deal ?? '') ?? null),
    ),
    counts: facts.counts,
    address: facts.address,
    zone: zoneFor(viewing.workspace, viewing.viewer),
    now: viewing.now,
  };
}

export function dealNamed(workspace: WorkspaceState, deal: DealSummary): DealNamed {
  const names = namesIn(workspace);
  const called = (id: string | null) => (id === null ? null : firstName(names.person(id)));
  return { name: deal.name, owner: called(deal.owner), backup: called(deal.backup) };
}

function leadWords(needsYou: number, all: number): string {
  if (all === 0) return 'Nothing has come yet. What comes is kept here, whatever it is.';
  const rest = 'Everything that came is here, with the reason it was or was not taken.';
  if (needsYou === 0) return rest;
  return `${countFirst(needsYou)} ${needsYou === 1 ? 'arrival needs' : 'arrivals need'} you. ${rest}`;
}
