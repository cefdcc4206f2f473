import { useSyncExternalStore } from 'react';

/** What was just done, what can take it back, and what was refused. One line at a time. */
export type Offer = {
  readonly said: string;
  readonly operation: string | null;
  readonly code: string | null;
};

let offer: Offer | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

/** How long the line stands: nothing leaves the company for ten seconds after a key. */
const UNDO_MS = 10_000;

export function show(next: Offer): void {
  put(next);
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => put(null), UNDO_MS);
}

function currentOffer(): Offer | null {
  return offer;
}

export function useOffer(): Offer | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentOffer);
}

function put(next: Offer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}
