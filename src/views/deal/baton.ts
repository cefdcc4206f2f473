import { buyerCalled } from '#domain/buyer.js';
import { showClock } from '#views/deal/clock.js';
import { showLanes, zoneFor } from '#views/deal/lanes.js';
import { showQuote } from '#views/deal/quote.js';
import type { DealSummary } from '#views/deal/summary.js';
import { colleagueCalled, firstName, type PersonSeen } from '#views/person/show.js';
import type { WorkspaceState } from '#views/workspace/state.js';

/** Who looks, when, and on what. */
export type Viewing = {
  readonly workspace: WorkspaceState;
  readonly viewer: string | null;
  readonly now: string;
};

/**
 * Who has the baton: the owner of the open step that is due first. Without an owner nobody has it; without a
 * step it is on the track, and that alarms.
 */
export function showBaton(viewing: Viewing, summary: DealSummary) {
  const { workspace, viewer, now } = viewing;
  const clock = showClock(workspace, summary, now);
  const isOpen = summary.clock !== null || summary.asks || summary.step !== null;
  const holder = isOpen ? holderOf(workspace, summary) : null;
  const zone = zoneFor(workspace, viewer);
  return {
    holder,
    isYou: holder !== null && holder.id === viewer,
    sentence: sentenceFor(summary, holder?.name ?? null, isOpen),
    what: summary.what,
    quote: summary.quote === null ? null : showQuote(summary.quote, summary.language, null),
    clock,
    lanes: showLanes({ workspace, zone, now }, summary, clock.state),
  };
}

function holderOf(workspace: WorkspaceState, { step, owner, partner, name }: DealSummary): PersonSeen | null {
  if (step === null) return colleagueCalled(workspace, owner);
  if (step.person !== null) return colleagueCalled(workspace, step.person);
  if (step.name === null) return null;
  const company = step.side === 'partner' ? partner : step.side === 'buyer' ? name : null;
  return { id: null, name: step.name, email: null, side: step.side, company, role: null };
}

function sentenceFor(summary: DealSummary, holder: string | null, isOpen: boolean): string {
  if (summary.ended !== null) return ENDED[summary.ended];
  if (summary.life === 'declined') return 'Declined. Nobody owes anybody anything.';
  if (!isOpen) return 'The baton is on the track. Nobody owes anybody anything.';
  if (summary.asks && holder !== null)
    return `${firstName(holder)} has the baton: say whether ${buyerCalled(summary.name)} was handled already`;
  if (summary.asks) return `Nobody has the baton: was ${buyerCalled(summary.name)} handled already?`;
  return holder === null
    ? `Nobody has the baton: ${summary.what}`
    : `${firstName(holder)} has the baton: ${summary.what}`;
}

const ENDED = {
  won: 'Won. The baton rests.',
  lost: 'Lost. The baton rests.',
  'not-pursued': 'Not pursued. The baton rests.',
};

export function showRow(viewing: Viewing, summary: DealSummary) {
  const { deal, name, partner, life } = summary;
  return { deal, name, partnerName: partner, baton: showBaton(viewing, summary), state: life };
}

export type BatonRowSeen = ReturnType<typeof showRow>;
