import { Temporal } from 'temporal-polyfill';

/** A time in which a zone keeps one offset from UTC. All in milliseconds; `until` is exclusive. */
export type OffsetStretch = { readonly from: number; readonly until: number; readonly offset: number };

// Asking for a transition costs a quarter of a millisecond; a list of deals asks thousands of times.
const known = new Map<string, OffsetStretch[]>();

/** The stretch of one offset that holds this instant. Zones that never change again answer `until` Infinity. */
export function offsetStretch(zone: string, at: number): OffsetStretch {
  const stretches = known.get(zone) ?? [];
  const found = stretches.find((stretch) => stretch.from <= at && at < stretch.until);
  if (found) return found;
  const fresh = askZone(zone, at);
  known.set(zone, [...stretches, fresh]);
  return fresh;
}

/** Whether this is a zone that the machine's IANA database knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function askZone(zone: string, at: number): OffsetStretch {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // A nanosecond later, because `previous` does not count a transition at the very instant.
  const before = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const after = here.getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1e6,
  };
}
