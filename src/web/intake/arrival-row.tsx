import { Link } from '@tanstack/react-router';
import type { ArrivalRow as Row } from '#contract/arrival.js';
import { LookAlike } from '#web/intake/look-alike.jsx';
import { SideMark } from '#web/person/person.jsx';

/** One arrival: when, from whom, what it says it is, and what it was taken for and why. */
export function ArrivalRow({ row, selected, pick }: { row: Row; selected: boolean; pick: () => void }) {
  return (
    <Link
      to="/intake"
      search={(before) => ({ ...before, arrival: row.arrival })}
      activeOptions={{ exact: true }}
      className={`list-row arrival-row ${row.alarm === null && row.lookAlike === null ? '' : 'alarmed'}`}
      data-row={row.arrival}
      aria-current={selected ? 'true' : undefined}
      onFocus={() => {
        // On a phone the preview is a page of its own: walking through the rows must not open it.
        if (matchMedia('(min-width: 761px)').matches && !selected) pick();
      }}
    >
      <time className="when third" dateTime={row.at}>
        {row.when}
      </time>
      <div className="sender min-w-0">
        <div className="cut">
          <SideMark side={row.sender.side} />
          {row.sender.name}
        </div>
        <div className="small">{row.senderWords}</div>
      </div>
      <div className="subject min-w-0">
        <div className="cut strong">{row.subject === '' ? 'No subject' : row.subject}</div>
        <div className="small cut">{row.how}</div>
      </div>
      <div className="verdict min-w-0">
        <div className="strong">{row.verdict}</div>
        <div className="small">{row.why}</div>
      </div>
      {row.lookAlike === null ? null : <LookAlike found={row.lookAlike} />}
      {row.alarm === null ? null : <div className="note alarm">{row.alarm}</div>}
    </Link>
  );
}
