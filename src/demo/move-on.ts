import { Temporal } from 'temporal-polyfill';
import type { MoveTo } from '#contract/demo.js';
import type { StoryClock } from '#demo/clock.js';
import { type Refusal, refuse } from '#domain/refusal.js';

/** What the demo asks of the Baton that it stands in. Instants are ISO 8601 in UTC. */
export type Heartbeat = {
  /** When the next thing rings or goes out after now, or null where nothing waits. */
  readonly nextDue: () => Promise<string | null>;
  /** Resolves once everything that is due by now was done; false where something still is not, after a while. */
  readonly settled: () => Promise<boolean>;
};

/** Where a move leads, seen from `now`. */
export function targetOf(
  to: MoveTo,
  { now, nextDue, zone }: { readonly now: string; readonly nextDue: string | null; readonly zone: string },
): string | Refusal {
  const at = Temporal.Instant.from(now);
  if (to === '1h') return at.add({ hours: 1 }).toString();
  if (to === 'tomorrow-09:00') {
    const tomorrow = at.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
    return tomorrow.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).toInstant().toString();
  }
  return nextDue ?? refuse('demo.nothing-due', 'Nothing is due any more, so there is nowhere to move on to.');
}

/**
 * Moves the clock to `target` by way of everything that is due before it: at each the clock stops, and what
 * is due is done before it goes on, so that the record tells it in the order in which it would have happened.
 * Returns how many stops there were.
 */
export async function moveOn(clock: StoryClock, heartbeat: Heartbeat, target: string): Promise<number> {
  let stops = 0;
  for (;;) {
    await heartbeat.settled();
    const due = await heartbeat.nextDue();
    if (due === null || Date.parse(due) > Date.parse(target)) break;
    clock.moveTo(due);
    stops += 1;
  }
  clock.moveTo(target);
  await heartbeat.settled();
  return stops;
}
