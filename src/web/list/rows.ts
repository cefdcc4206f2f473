import { useEffect, useRef } from 'react';
import { move, useActions } from '#web/key/action.js';

/**
 * Moving through rows with the keys: each row is one stop of the Tab key, J and K move between them, and
 * Enter opens the one in focus because a row is a link. Rows carry their id as `data-row`.
 */
export function useRows(ids: readonly string[], selected: string | null, open: (id: string) => void): void {
  useNextRow(ids, selected);
  const step = (by: number) => {
    const at = selected === null ? -1 : ids.indexOf(selected);
    focusRow(ids[Math.min(ids.length - 1, Math.max(0, at + by))]);
  };
  const enter = () => selected !== null && open(selected);
  useActions(
    'This list',
    ids.length === 0
      ? []
      : [
          move('j', 'Next', () => step(1)),
          move('k', 'Previous', () => step(-1)),
          move('down', 'Next', () => step(1)),
          move('up', 'Previous', () => step(-1)),
          move('enter', 'Open', enter),
        ],
  );
}

function focusRow(id: string | undefined): void {
  if (id === undefined) return;
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
}

/** After a deed that took the row away, focus goes to the row that now stands in its place. */
function useNextRow(ids: readonly string[], selected: string | null): void {
  const before = useRef(ids);
  useEffect(() => {
    const was = selected === null ? -1 : before.current.indexOf(selected);
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (was !== -1 && lost && selected !== null && !ids.includes(selected))
      focusRow(ids[Math.min(was, ids.length - 1)]);
    before.current = ids;
  }, [ids, selected]);
}
