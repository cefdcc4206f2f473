import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { action, useActions } from '#web/key/action.js';

/** A list in groups, by the names of its groups and the ids of its rows. */
export type Order = readonly { readonly group: string; readonly ids: readonly string[] }[];

/** How the fresh order differs from the one on the screen: rows that are new, and rows that moved or went. */
export function differenceOf(held: Order, fresh: Order): { readonly fresh: number; readonly moved: number } {
  const places = new Map(
    held.flatMap(({ group, ids }) => ids.map((id, place) => [id, `${group} ${place}`] as const)),
  );
  const now = new Map(
    fresh.flatMap(({ group, ids }) => ids.map((id, place) => [id, `${group} ${place}`] as const)),
  );
  const added = [...now.keys()].filter((id) => !places.has(id)).length;
  const moved = [...places].filter(([id, place]) => groupOf(now.get(id)) !== groupOf(place)).length;
  return { fresh: added, moved };
}

function groupOf(place: string | undefined): string | null {
  return place === undefined ? null : place.slice(0, place.lastIndexOf(' '));
}

/** "2 new", "1 moved", "2 new, 1 moved", or null where nothing differs. */
export function differenceWords(difference: { fresh: number; moved: number }): string | null {
  const parts = [
    difference.fresh > 0 ? `${difference.fresh} new` : null,
    difference.moved > 0 ? `${difference.moved} moved` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

let epoch = 0;
let releasedAt = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();

/** Lets every list take its fresh order. */
export function release(): void {
  epoch += 1;
  releasedAt = performance.now();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How long a list that was just opened, or that its own person just changed, still takes what comes. */
const SETTLING_MS = 3000;

/**
 * Holds a list still: rows that others add or move are announced by a line, and come when a person asks for
 * them with `.`. Returns the version to show, which changes only then, and the words of the line.
 */
export function useHold<Shown>(fresh: Shown, orderOf: (shown: Shown) => Order, key: string) {
  const current = useSyncExternalStore(listen, () => epoch);
  const name = `${key} ${current}`;
  const [held, setHeld] = useState({ name, shown: fresh });
  const opened = useRef(performance.now());
  const settling = performance.now() - Math.max(opened.current, releasedAt) < SETTLING_MS;
  // Over an empty list no cursor rests: what comes first is shown at once.
  const empty = orderOf(held.shown).every(({ ids }) => ids.length === 0);
  const take = held.name !== name || settling || empty;
  useEffect(() => {
    if (take && (held.name !== name || held.shown !== fresh)) setHeld({ name, shown: fresh });
  }, [take, held, name, fresh]);
  const shown = take ? fresh : held.shown;
  const words = differenceWords(differenceOf(orderOf(shown), orderOf(fresh)));
  useActions('New here', words === null ? [] : [action('.', `Show what is new: ${words}`, release)]);
  return { shown, words };
}
