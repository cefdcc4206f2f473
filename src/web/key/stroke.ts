/** What a key event says, as far as bindings care. */
export type KeyPressed = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const NAMES: Record<string, string> = {
  Escape: 'esc',
  ' ': 'space',
  ArrowUp: 'up',
  Backspace: 'backspace',
  ArrowDown: 'down',
  Enter: 'enter',
};

/** The name of a stroke: "mod+k", "mod+enter", "j", "?", "up". Null for modifiers alone and for other combinations. */
export function strokeOf(pressed: KeyPressed): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'Dead', 'Process'].includes(pressed.key)) return null;
  if (pressed.altKey) return null;
  const key = NAMES[pressed.key] ?? (pressed.key.length === 1 ? pressed.key.toLowerCase() : null);
  if (key === null) return null;
  return pressed.ctrlKey || pressed.metaKey ? `mod+${key}` : key;
}

/** Whether the stroke is a plain character: off while typing, and for whoever switched single keys off. */
export function isSingle(stroke: string): boolean {
  return stroke.length === 1;
}

/** How a binding is drawn: `g t` as two caps, `mod+k` as ⌘K or Ctrl K. */
export function capsOf(keys: string, apple: boolean): string[] {
  const drawn: Record<string, string> = {
    enter: '↵',
    backspace: '⌫',
    esc: 'esc',
    up: '↑',
    down: '↓',
    mod: apple ? '⌘' : 'Ctrl',
    space: 'space',
  };
  return keys.split(/[ +]/).map((part) => drawn[part] ?? part.toUpperCase());
}

/**
 * What a stroke does, given what was pressed just before (`pending`, the `g` of `g t`) and the bindings in force:
 * the matched binding, a chord that has begun, or nothing. A chord that does not go on falls back to the stroke alone.
 */
export function resolve(
  pending: string | null,
  stroke: string,
  bindings: readonly string[],
): { readonly match: string | null; readonly pending: string | null } {
  const chord = pending === null ? null : `${pending} ${stroke}`;
  if (chord !== null && bindings.includes(chord)) return { match: chord, pending: null };
  if (bindings.includes(stroke)) return { match: stroke, pending: null };
  if (bindings.some((binding) => binding.startsWith(`${stroke} `))) return { match: null, pending: stroke };
  return { match: null, pending: null };
}
