import { useSyncExternalStore } from 'react';

/** Which of the two page-wide dialogs is open. */
type Open = 'palette' | 'keys' | null;

let open: Open = null;
const listeners = new Set<() => void>();

function set(next: Open): void {
  open = next;
  for (const listener of listeners) listener();
}

export function openPalette(): void {
  set('palette');
}

export function openKeys(): void {
  set('keys');
}

export function closeDialogs(): void {
  set(null);
}

export function useOpen(): Open {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
