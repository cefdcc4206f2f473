import { useSyncExternalStore } from 'react';

/** One thing for the live regions: a result is polite, a refusal is assertive. */
type Said = { readonly words: string; readonly refused: boolean };

let said: Said = { words: '', refused: false };
const listeners = new Set<() => void>();

/** Speaks to those who listen rather than look. What is said twice in a row is said twice. */
export function say(words: string, refused = false): void {
  // A zero-width space makes the same words a change, without which a live region stays still.
  said = { words: said.words === words ? `${words}\u200b` : words, refused };
  for (const listener of listeners) listener();
}

export function useSaid(): Said {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
}
