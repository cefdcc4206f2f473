import type { LetterShown } from '#contract/letter.js';
import { action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { useDo } from '#web/undo/do.js';

function useLetterDeeds(letter: LetterShown) {
  const deed = useDo();
  const path = `/deals/${letter.deal}/letters/${letter.letter}`;
  return {
    hold: () => deed.mutate({ path: `${path}/hold` }),
    settle: (arrived: boolean) => deed.mutate({ path: `${path}/settle`, body: { arrived } }),
    busy: deed.isPending,
  };
}

function mayHold({ state }: LetterShown): boolean {
  return state === 'going' || state === 'waits';
}

/** Puts the keys of the selected mail in force. */
export function useLetterKeys(letter: LetterShown): void {
  const { hold, settle } = useLetterDeeds(letter);
  useActions('This mail', [
    ...(mayHold(letter) ? [action('z', 'Hold it', hold)] : []),
    ...(letter.state === 'unknown'
      ? [action('y', 'It arrived', () => settle(true)), action('n', 'It did not arrive', () => settle(false))]
      : []),
  ]);
}

/** What may be done with a mail; the keys belong to the selected one alone. */
export function LetterDeeds({ letter, keys = false }: { letter: LetterShown; keys?: boolean }) {
  const { hold, settle, busy } = useLetterDeeds(letter);
  if (mayHold(letter))
    return (
      <button type="button" className="button primary hold" onClick={hold} disabled={busy}>
        Hold it {keys ? <Caps keys="z" /> : null}
      </button>
    );
  if (letter.state !== 'unknown') return null;
  return (
    <div className="flex flex-wrap gap-2">
      <button type="button" className="button" onClick={() => settle(true)} disabled={busy}>
        It arrived {keys ? <Caps keys="y" /> : null}
      </button>
      <button type="button" className="button" onClick={() => settle(false)} disabled={busy}>
        It did not {keys ? <Caps keys="n" /> : null}
      </button>
    </div>
  );
}
