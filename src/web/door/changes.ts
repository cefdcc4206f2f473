import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { serverNow } from '#web/clock/server-time.js';

/** Since when the server has been out of reach, by its clock, or null. */
let offlineSince: number | null = null;
const listeners = new Set<() => void>();

function setOffline(since: number | null): void {
  if ((since === null) === (offlineSince === null)) return;
  offlineSince = since;
  for (const listener of listeners) listener();
}

export function useOfflineSince(): number | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offlineSince,
  );
}

/**
 * Listens to the server's events and reads again what they touch. The browser connects anew by itself; when
 * the line comes back everything is read again, since events in between were missed.
 */
export function useChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/events');
    let broken = false;
    source.addEventListener('changed', (event) => {
      const subjects = subjectsOf(event.data);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey.length < 2 || queryKey[0] === 'today' || touches(queryKey[1], subjects),
      });
    });
    // The server lost count of what grew: everything is looked at again.
    source.addEventListener('missed', () => void queries.invalidateQueries());
    source.addEventListener('open', () => {
      if (broken) void queries.invalidateQueries();
      broken = false;
      setOffline(null);
    });
    source.addEventListener('error', () => {
      broken = true;
      setOffline(serverNow());
    });
    return () => source.close();
  }, [queries]);
}

function subjectsOf(data: unknown): string[] {
  try {
    const event: unknown = JSON.parse(String(data));
    if (typeof event === 'object' && event !== null && 'subjects' in event && Array.isArray(event.subjects)) {
      return event.subjects.map(String);
    }
  } catch {
    // An event that cannot be read still says that something changed.
  }
  return [];
}

/** A deal's notebook is a subject of its own; whoever shows the deal shows both. */
function touches(shown: unknown, subjects: readonly string[]): boolean {
  return subjects.length === 0 || subjects.some((subject) => subject.split('.')[0] === shown);
}
