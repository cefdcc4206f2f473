import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that can be done on the screen in view: by its key, by a button, or out of the palette. */
export type Action = {
  /** `o`, `g t`, `mod+enter`; null where it has no key. */
  readonly keys: string | null;
  /** What will happen: "Name another owner". */
  readonly words: string;
  readonly run: () => void;
  /** Whether the palette offers it. Moving in a list, for one, is no entry there. */
  readonly listed: boolean;
};

type Group = { readonly name: string; readonly actions: readonly Action[] };

let groups: readonly Group[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Group[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The actions in force, the thing in view last. */
export function currentGroups(): readonly Group[] {
  return groups;
}

export function useGroups(): readonly Group[] {
  return useSyncExternalStore(listen, currentGroups);
}

/** Puts actions in force while the calling part of the screen is shown. Later ones win over earlier ones. */
export function useActions(name: string, actions: readonly Action[]): void {
  const newest = useRef(actions);
  newest.current = actions;
  // Actions are new objects at each drawing; only a change of what is offered is worth telling.
  const offered = actions.map((action) => `${action.keys ?? ''}\t${action.words}`).join('\n');
  useEffect(() => {
    const group: Group = {
      name,
      actions: offered === '' ? [] : offered.split('\n').map((_, place) => forwarding(newest, place)),
    };
    change([...groups, group]);
    return () => change(groups.filter((one) => one !== group));
  }, [name, offered]);
}

function forwarding(newest: { current: readonly Action[] }, place: number): Action {
  const now = newest.current[place];
  return {
    keys: now?.keys ?? null,
    words: now?.words ?? '',
    listed: now?.listed ?? false,
    run: () => newest.current[place]?.run(),
  };
}

/** An action that the palette offers too. */
export function action(keys: string | null, words: string, run: () => void): Action {
  return { keys, words, run, listed: true };
}

/** An action of the keyboard alone, such as moving to the next row. */
export function move(keys: string, words: string, run: () => void): Action {
  return { keys, words, run, listed: false };
}
