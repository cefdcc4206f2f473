import { useSyncExternalStore } from 'react';
import { serverNow } from '#web/clock/server-time.js';

const listeners = new Set<() => void>();
let fast = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
let shown = serverNow();

/** The page's one timer: wakes at each full minute, and each second while some clock is in its last ten minutes. */
function schedule(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (listeners.size === 0) return;
  const step = fast > 0 ? 1000 : 60_000;
  timer = setTimeout(tick, step - (serverNow() % step) + 5);
}

function tick(): void {
  shown = serverNow();
  for (const listener of listeners) listener();
  schedule();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) schedule();
  return () => {
    listeners.delete(listener);
  };
}

function listenFast(listener: () => void): () => void {
  fast += 1;
  const leave = listen(listener);
  schedule();
  return () => {
    fast -= 1;
    leave();
  };
}

/** Now by the server's clock; whoever reads it is drawn again once a minute, or once a second. */
export function useNow(everySecond: boolean): number {
  // A fresh answer moves the server's time: take it at once rather than at the next tick.
  if (Math.abs(serverNow() - shown) > 60_000) shown = serverNow();
  return useSyncExternalStore(everySecond ? listenFast : listen, () => shown);
}
