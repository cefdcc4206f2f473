import { useEffect, useId, useRef, useState } from 'react';
import type { LanesShown } from '#contract/words.js';
import { DEAL_HEIGHT, DEAL_LANES, type DealDrawing, drawDeal } from '#domain/lanes/deal.js';
import { LANES } from '#domain/lanes/story.js';
import { wallClock } from '#domain/lanes/zone-day.js';
import { useGrown } from '#web/lanes/grown.js';
import { LaneName } from '#web/lanes/lane-name.jsx';
import { storyWords } from '#web/lanes/story-words.js';

const TONES = { pass: '', next: 'strong', other: '', nobody: 'silent', quiet: '' } as const;

export type DealLanesProps = { lanes: LanesShown; people: Record<'host' | 'partner' | 'buyer', string> };

/** The large lanes of a deal's page, as wide as there is room. `people` says who else stands in each lane. */
export function DealLanes({ lanes, people }: DealLanesProps) {
  const [box, width] = useWidth();
  const title = useId();
  const grown = useGrown(lanes.passes.length);
  const drawing = drawDeal(lanes, width);
  return (
    <div ref={box} className="desk-only px-[var(--gutter)] pt-3 pb-1">
      <svg
        className="chart"
        width="100%"
        height={DEAL_HEIGHT}
        viewBox={`0 0 ${width} ${DEAL_HEIGHT}`}
        role="img"
        aria-labelledby={`${title} ${title}d`}
      >
        <title id={title}>{`Lanes of ${lanes.buyer}`}</title>
        <desc id={`${title}d`}>{storyWords(lanes)}</desc>
        <Lanes drawing={drawing} lanes={lanes} people={people} />
        <Ticks drawing={drawing} />
        <rect
          className="paler"
          x={drawing.now}
          y="33"
          width={Math.max(0, drawing.right - drawing.now)}
          height="190"
        />
        <Silence drawing={drawing} lanes={lanes} />
        <path
          key={lanes.passes.length}
          className={`line ${grown ? 'passing' : ''}`}
          d={drawing.line}
          pathLength={1}
        />
        {drawing.discs.map((disc) => (
          <circle key={`${disc.x} ${disc.y}`} className={`disc ${disc.side}`} cx={disc.x} cy={disc.y} r="5" />
        ))}
        <Steps drawing={drawing} />
        <line className="now" x1={drawing.now} x2={drawing.now} y1="28" y2="228" strokeWidth="1.5" />
        <text className="strong" x={drawing.now} y="242" textAnchor="middle">
          now {timeIn(lanes.now, lanes.zone)}
        </text>
        <Labels drawing={drawing} />
      </svg>
    </div>
  );
}

function Lanes({ drawing, lanes, people }: DealLanesProps & { drawing: DealDrawing }) {
  const width = drawing.right - drawing.left;
  return LANES.map((lane) => {
    const y = DEAL_LANES[lane];
    return (
      <g key={lane}>
        <rect
          className={`wash-${lane}`}
          x={drawing.left}
          y={y - 22}
          width={width}
          height="44"
          opacity=".72"
        />
        <line className="lane" x1={drawing.left} x2={drawing.right} y1={y} y2={y} />
        <LaneName lane={lane} y={y} name={lanes[lane]} under={people[lane]} />
      </g>
    );
  });
}

function Labels({ drawing }: { drawing: DealDrawing }) {
  return drawing.labels.map((label) => (
    <text
      key={`${label.x} ${label.y}`}
      className={TONES[label.tone]}
      x={label.x}
      y={label.y}
      textAnchor={label.anchor}
    >
      {label.text}
    </text>
  ));
}

function Ticks({ drawing }: { drawing: DealDrawing }) {
  return drawing.ticks.map((tick) => (
    <g key={tick.x}>
      <line className="axis" x1={tick.x} x2={tick.x} y1="30" y2="224" />
      {tick.text === null ? null : (
        <text className={tick.today ? 'strong' : 'tick'} x={tick.x + 4} y="22">
          {tick.text}
        </text>
      )}
    </g>
  ));
}

function Silence({ drawing, lanes }: { drawing: DealDrawing; lanes: LanesShown }) {
  const { silence, now } = drawing;
  if (silence === null || silence.dots.length === 0) return null;
  const wide = now - silence.from;
  return (
    <>
      {lanes.alarmed ? (
        <rect
          className="wash-silence"
          x={silence.from + 8}
          y={silence.y - 7}
          width={Math.max(0, wide - 8)}
          height="14"
        />
      ) : null}
      {silence.dots.map((x) => (
        <circle key={x} className={lanes.alarmed ? 'silence' : 'quiet'} cx={x} cy={silence.y} r="1.9" />
      ))}
    </>
  );
}

function Steps({ drawing }: { drawing: DealDrawing }) {
  return (
    <>
      {drawing.tie === null ? null : <path className="tie" d={drawing.tie} />}
      {drawing.rings.map((ring) => (
        <circle
          key={`${ring.x} ${ring.y}`}
          className={`ring ${ring.side === null || ring.late ? 'nobody' : ring.side}`}
          cx={ring.x}
          cy={ring.y}
          r={ring.radius}
          strokeDasharray={ring.side === null ? '3.4 2.6' : undefined}
        />
      ))}
    </>
  );
}

/** The width there is, so that type stays 11 px whatever the window: a scaled drawing would shrink its words. */
function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1180);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(Math.max(560, measured));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

function timeIn(instant: string, zone: string): string {
  const wall = wallClock(Date.parse(instant), zone);
  return `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
}
