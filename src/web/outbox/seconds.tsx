import type { LetterShown } from '#contract/letter.js';
import { serverNow } from '#web/clock/server-time.js';
import { useNow } from '#web/clock/tick.js';
import { secondsLeft } from '#web/outbox/letter-words.js';

/** Seconds left, by the server's clock and drawn anew each second. */
function useSecondsLeft(letter: LetterShown): number {
  useNow(true);
  // The page's timer may have slept since its last minute: the time itself is read here.
  return secondsLeft(letter, serverNow());
}

export function Seconds({ letter }: { letter: LetterShown }) {
  const left = useSecondsLeft(letter);
  return <span className="number">{left === 0 || letter.attempts > 0 ? 'going' : `${left} s`}</span>;
}

/** The line that burns down while the mail can still be held. */
export function Fuse({ letter }: { letter: LetterShown }) {
  const left = useSecondsLeft(letter);
  return (
    <div className="fuse" aria-hidden="true">
      <i style={{ width: `${left * 10}%` }} />
    </div>
  );
}
