import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClockShown } from '#contract/words.js';
import { clockWords, clockWordsInRow, countsSeconds } from '#web/clock/clock-words.js';
import { serverNow } from '#web/clock/server-time.js';
import { useNow } from '#web/clock/tick.js';

/** A clock counting down, with its fuse where there is room. At the instant it changes, the server is asked again. */
export function Clock({ clock, inRow = false }: { clock: ClockShown; inRow?: boolean }) {
  const [seconds, setSeconds] = useState(false);
  const now = useNow(seconds);
  useAskAgain(clock.changesAt);
  const fast = countsSeconds(clock, now);
  useEffect(() => setSeconds(fast), [fast]);
  const words = inRow ? clockWordsInRow(clock, now) : clockWords(clock, now);
  return (
    <div
      className={`clock ${inRow ? '' : 'wide'} ${words.alarmed ? 'silent' : ''}`}
      role="timer"
      aria-live="off"
    >
      {words.main}
      {words.under === null ? null : <small>{words.under}</small>}
      {inRow || words.fuse === null ? null : (
        <div className="fuse">
          <i style={{ width: `${Math.round(words.fuse * 100)}%` }} />
        </div>
      )}
    </div>
  );
}

function useAskAgain(changesAt: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (changesAt === null) return;
    const wait = Date.parse(changesAt) - serverNow();
    // setTimeout takes 32 bits; a clock that changes in a month is asked about long before.
    if (wait < 0 || wait > 2_000_000_000) return;
    const timer = setTimeout(() => void queries.invalidateQueries(), wait + 500);
    return () => clearTimeout(timer);
  }, [changesAt, queries]);
}
