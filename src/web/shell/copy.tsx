import { Caps } from '#web/key/caps.jsx';
import { copyWords } from '#web/shell/copy-words.js';

/** Copies what stands beside it. */
export function Copy({ words, keys = null }: { words: string; keys?: string | null }) {
  return (
    <button
      type="button"
      className="button"
      aria-label={`Copy ${words}`}
      onClick={() => void copyWords(words)}
    >
      Copy {keys === null ? null : <Caps keys={keys} />}
    </button>
  );
}
