import { useLayoutEffect, useRef, useState } from 'react';
import type { DealPage, EntryShown } from '#contract/deal.js';
import { drawUpright, GUTTER_LANES, type UprightDrawing } from '#domain/lanes/upright.js';
import { Ahead } from '#web/deal/ahead.jsx';
import { Entry } from '#web/deal/entry.jsx';

/** The record as sentences, with the lanes turned upright beside it: time runs down, on a phone newest first. */
export function RecordPane({ page }: { page: DealPage }) {
  return (
    <section className="pane first" aria-label="Record">
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-2">
        <h2>Record</h2>
        <span className="small ml-auto">{page.recordWords}</span>
        <TakeAlong page={page} />
      </div>
      <div className="desk-only">
        <Upright entries={page.entries} host={page.lanes.host} />
      </div>
      <div className="phone-only">
        <Ahead lanes={page.lanes} />
        <Upright entries={page.entries.toReversed()} host={page.lanes.host} />
      </div>
      {page.entries.length === 0 ? <p className="second">Nothing is on the record yet.</p> : null}
    </section>
  );
}

/** The record as one file that the partner may have and check without Baton. There is none before it is shared. */
function TakeAlong({ page }: { page: DealPage }) {
  if (page.entries.every((entry) => entry.hostOnly)) return null;
  return (
    <a
      className="link small"
      href={`/api/v1/deals/${page.deal}/bundle?for=partner`}
      download
      title={`One file with what ${page.partnerName} may see, which checks without Baton`}
    >
      Take it along
    </a>
  );
}

function Upright({ entries, host }: { entries: readonly EntryShown[]; host: string }) {
  const list = useRef<HTMLOListElement>(null);
  const [drawing, setDrawing] = useState<UprightDrawing & { height: number }>({
    line: '',
    discs: [],
    height: 0,
  });
  useLayoutEffect(() => {
    const shown = list.current;
    if (shown === null) return;
    const draw = () => setDrawing(measure(shown, entries));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(shown);
    return () => observer.disconnect();
  }, [entries]);
  return (
    <div className="record">
      <svg className="chart" width="64" height={drawing.height} aria-hidden="true">
        {GUTTER_LANES.map((x) => (
          <line key={x} className="lane" x1={x} x2={x} y1="0" y2={drawing.height} />
        ))}
        <path className="line" strokeWidth="2" d={drawing.line} />
        {drawing.discs.map((disc) => (
          <circle key={disc.y} className={`disc ${disc.side ?? 'other'}`} cx={disc.x} cy={disc.y} r="4.2" />
        ))}
      </svg>
      <ol ref={list}>
        {entries.map((entry) => (
          <Entry key={`${entry.chain} ${entry.number}`} entry={entry} host={host} />
        ))}
      </ol>
    </div>
  );
}

/** Sentences wrap, so rows differ in height: where each disc stands is read from the page. */
function measure(
  list: HTMLOListElement,
  entries: readonly EntryShown[],
): UprightDrawing & { height: number } {
  const rows = [...list.children].filter((row) => row instanceof HTMLElement);
  const places = rows.map((row, place) => {
    const side = entries[place]?.side ?? 'unknown';
    return { y: row.offsetTop + 14, side: side === 'unknown' ? null : side };
  });
  return { ...drawUpright(places), height: list.offsetHeight };
}
