import { LANES } from '#domain/lanes/story.js';
import { wallClock } from '#domain/lanes/zone-day.js';
import { LaneName } from '#web/lanes/lane-name.jsx';

const NOW = 720;

/** The lanes of a Baton that nothing has come to yet. */
export function EmptyLanes({ host, now, zone }: { host: string; now: string; zone: string }) {
  const names = { host, partner: 'A partner', buyer: 'A buyer' };
  const wall = wallClock(Date.parse(now), zone);
  const time = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
  return (
    <div className="desk-only ruled px-[var(--gutter)] pt-2 pb-2.5">
      <svg
        className="chart"
        width="100%"
        viewBox="0 0 1180 168"
        role="img"
        aria-label="Lanes, empty: your company, a partner, a buyer. The first mail will start the line."
      >
        {LANES.map((lane, place) => {
          const y = 34 + 52 * place;
          return (
            <g key={lane}>
              <rect className={`wash-${lane}`} x="112" y={y - 18} width="1068" height="36" opacity=".72" />
              <line className="lane" x1="112" x2="1180" y1={y} y2={y} />
              <LaneName
                lane={lane}
                y={y}
                name={names[lane]}
                under={lane === 'host' ? 'your side' : 'nobody yet'}
              />
            </g>
          );
        })}
        <rect className="paler" x={NOW} y="15" width="460" height="142" />
        <line className="now" x1={NOW} x2={NOW} y1="8" y2="156" strokeWidth="1.5" />
        <text className="strong" x={NOW + 12} y="165">
          now {time}
        </text>
        <text x={NOW - 14} y="79" textAnchor="end">
          The first mail will start the line.
        </text>
      </svg>
    </div>
  );
}
