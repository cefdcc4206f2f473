import type { ReactNode } from 'react';
import type { BatonShown } from '#contract/words.js';
import { Clock } from '#web/clock/clock.jsx';
import { EvidenceNumber, Quote } from '#web/evidence/quote.jsx';
import { RowLanes } from '#web/lanes/row-lanes.jsx';
import { SideMark } from '#web/person/person.jsx';

type BatonBarProps = {
  baton: BatonShown;
  /** It ended: nobody has the baton, and that alarms nobody. */
  rests?: boolean;
  children?: ReactNode;
};

/** Who has the baton, in the same place on every screen about one deal. Crimson when nobody has. */
export function BatonBar({ baton, rests = false, children }: BatonBarProps) {
  const nobody = !rests && baton.holder === null && baton.what !== '';
  return (
    <section className={`baton-bar ${nobody ? 'dropped' : ''}`} aria-label="Who has the baton">
      <div className="lanes-cell">
        <RowLanes lanes={baton.lanes} width={118} />
      </div>
      <div className="min-w-0">
        <div className="has">
          {baton.holder === null ? (
            <i className={`side ${nobody ? 'nobody' : ''}`} aria-hidden="true" />
          ) : (
            <SideMark side={baton.holder.side} />
          )}
          {baton.sentence}
        </div>
        {baton.quote === null ? null : (
          <div className="flex items-baseline">
            <span className="cut">
              <Quote quote={baton.quote} quiet />
            </span>
            {baton.quote.mark === null ? null : (
              <EvidenceNumber number={baton.quote.mark} href={`#mark-${baton.quote.mark}`} />
            )}
          </div>
        )}
      </div>
      <Clock clock={baton.clock} />
      <div className="deeds flex flex-wrap gap-2">{children}</div>
    </section>
  );
}
