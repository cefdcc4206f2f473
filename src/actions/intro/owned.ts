import { Temporal } from 'temporal-polyfill';
import { arriveClock, startClock } from '#clocks/first-action.js';
import { standardMinutes, workingMinutesBetween } from '#clocks/working-time.js';
import type { ContentOf, Happening } from '#record/kinds/every.js';
import { routeFor } from '#views/workspace/route.js';
import { type WorkspaceState, weekOf } from '#views/workspace/state.js';

/** Owner, backup, the role to offer and the clock, as the routing rules have it. Nobody is a state, and it alarms. */
export function ownedBy(workspace: WorkspaceState, opened: ContentOf<'intro.opened'>): Happening[] {
  const route = routeFor(workspace, opened.introducer.partner);
  const role = workspace.rules.find((each) => each.id === route.rule)?.role ?? null;
  const { person, email } = opened.introducer;
  return [
    { kind: 'owner.proposed', content: { owner: route.owner, rule: route.rule } },
    ...(route.backup === null ? [] : [{ kind: 'backup.named' as const, content: { backup: route.backup } }]),
    ...(role === null ? [] : [{ kind: 'role.proposed' as const, content: { name: person, email, role } }]),
    clockOf(workspace, opened, route.owner),
  ];
}

function clockOf(
  workspace: WorkspaceState,
  opened: ContentOf<'intro.opened'>,
  owner: string | null,
): Happening {
  const week = weekOf(workspace, owner);
  const arrived = arriveClock(
    week,
    { writtenAt: opened.introAt, arrivedAt: opened.arrivedAt },
    workspace.standardDays,
  );
  if (arrived.state === 'running') {
    return { kind: 'clock.started', content: { clock: held(arrived.clock), because: 'opened' } };
  }
  const from = Temporal.Instant.from(opened.introAt);
  const age = workingMinutesBetween(week, from, Temporal.Instant.from(opened.arrivedAt));
  return {
    kind: 'clock.asked',
    content: { introAt: opened.introAt, workingDays: age / standardMinutes(week, 1) },
  };
}

/** The same start, measured in another week: what a new owner or a changed week makes of a running clock. */
export function clockIn(
  workspace: WorkspaceState,
  owner: string | null,
  startedAt: string,
  because: ContentOf<'clock.started'>['because'],
): Extract<Happening, { kind: 'clock.started' }> {
  const clock = startClock(weekOf(workspace, owner), startedAt, workspace.standardDays);
  return { kind: 'clock.started', content: { clock: held(clock), because } };
}

function held(clock: ReturnType<typeof startClock>): ContentOf<'clock.started'>['clock'] {
  const { week } = clock;
  return {
    ...clock,
    week: {
      ...week,
      days: [...week.days],
      closed: week.closed.map((each) => ({ ...each })),
      open: [...week.open],
    },
    skipped: clock.skipped.map((each) => ({ ...each })),
  };
}
