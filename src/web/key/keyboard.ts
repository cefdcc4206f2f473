import { useEffect } from 'react';
import { currentGroups } from '#web/key/action.js';
import { isSingle, resolve, strokeOf } from '#web/key/stroke.js';

/** How long a begun chord (`g`, then a place) waits for its second key. */
const CHORD_MS = 1200;

/** Listens for keys on the whole page. `single` says whether plain characters do anything for this person. */
export function useKeyboard(single: boolean): void {
  useEffect(() => {
    let pending: string | null = null;
    let begun = 0;
    const onKey = (event: KeyboardEvent) => {
      const stroke = strokeOf(event);
      if (stroke === null || event.defaultPrevented || event.repeat) {
        if (!(event.repeat && stroke !== null && ['j', 'k', 'up', 'down'].includes(stroke))) return;
      }
      if (stroke === null || isMeantForField(event, stroke) || (isSingle(stroke) && !single)) return;
      const actions = currentGroups().flatMap((group) => group.actions);
      const bindings = actions.flatMap((one) => one.keys ?? []);
      const found = resolve(performance.now() - begun < CHORD_MS ? pending : null, stroke, bindings);
      pending = found.pending;
      begun = performance.now();
      if (found.match === null) return;
      event.preventDefault();
      actions.findLast((one) => one.keys === found.match)?.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [single]);
}

/** While a person types, or a dialog is open, only strokes with a modifier are ours; Enter belongs to what has focus. */
function isMeantForField(event: KeyboardEvent, stroke: string): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (stroke.startsWith('mod+')) return false;
  if (document.querySelector('dialog[open]') !== null) return true;
  if (target === null) return false;
  if (target.isContentEditable || target.matches('input, textarea, select')) return true;
  return (stroke === 'enter' || stroke === 'space') && target.matches('a, button, summary');
}
