import { Temporal } from 'temporal-polyfill';
import { sayMoment } from '#clocks/say.js';
import type { Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import { colleagueCalled } from '#views/person/show.js';

type Facts = {
  readonly counts: {
    readonly today: number;
    readonly intake: number;
    readonly deals: number;
    readonly alarms: number;
  };
  readonly role: 'admin' | 'member';
  readonly warning: string | null;
};

/** What frames every page: who looks, what time it is for them, and the numbers in the rail. */
export function sessionPage(viewing: Viewing, facts: Facts) {
  const { workspace, viewer, now } = viewing;
  const zone = zoneFor(workspace, viewer);
  const nobody = {
    id: null,
    name: 'A key',
    email: null,
    side: 'host' as const,
    company: workspace.company,
    role: null,
  };
  return {
    person: colleagueCalled(workspace, viewer) ?? nobody,
    role: facts.role,
    title: workspace.people.find((each) => each.id === viewer)?.title ?? null,
    company: workspace.company,
    setUp: workspace.company !== null,
    singleKeys: workspace.people.find((each) => each.id === viewer)?.singleKeys ?? true,
    zone,
    now,
    nowWords: sayMoment(Temporal.Instant.from(now), zone),
    counts: { ...facts.counts },
    warning: facts.warning,
  };
}
