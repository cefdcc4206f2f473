import { useEffect, useRef } from 'react';
import type { BatonRow } from '#contract/deal.js';
import { buyerFirst } from '#domain/buyer.js';
import { durationWords } from '#domain/lanes/duration.js';
import { minutesLeft } from '#web/clock/clock-words.js';
import { useNow } from '#web/clock/tick.js';
import { say } from '#web/shell/say.js';
import { type Mark, markOf } from '#web/today/clock-mark.js';

/** Says a clock aloud when it passes half time, its last hour and its end; and a baton that comes to you. */
export function useSpokenClocks(rows: readonly BatonRow[]): void {
  const now = useNow(false);
  const before = useRef<Map<string, { mark: Mark | null; yours: boolean }> | null>(null);
  useEffect(() => {
    const current = new Map<string, { mark: Mark | null; yours: boolean }>();
    for (const row of rows) {
      const { clock, holder, isYou } = row.baton;
      const left = minutesLeft(clock, now);
      const mark = markOf(left, clock.allowedMinutes);
      current.set(row.deal, { mark, yours: isYou });
      const known = before.current;
      if (known === null) continue;
      const was = known.get(row.deal);
      if (isYou && was?.yours !== true) say(`${buyerFirst(row.name)}: you have the baton`);
      else if (mark !== null && was !== undefined && was.mark !== mark) {
        const who = holder === null ? 'nobody has' : isYou ? 'you have' : `${holder.name} has`;
        say(
          `${buyerFirst(row.name)}, ${who} the baton, ${durationWords(left ?? 0, null)} ${mark === 'late' ? 'late' : 'left'}`,
        );
      }
    }
    before.current = current;
  }, [rows, now]);
}
