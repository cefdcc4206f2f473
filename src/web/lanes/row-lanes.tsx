import type { LanesShown } from '#contract/words.js';
import { drawRow } from '#domain/lanes/row.js';
import { useGrown } from '#web/lanes/grown.js';
import { storyWords } from '#web/lanes/story-words.js';

/** The lanes of a row, of the baton bar and of a preview. */
export function RowLanes({
  lanes,
  width = 104,
  height = 32,
}: {
  lanes: LanesShown;
  width?: number;
  height?: number;
}) {
  const drawing = drawRow(lanes, { width, height });
  const grown = useGrown(lanes.passes.length);
  const dots = lanes.alarmed ? 'silence' : 'quiet';
  return (
    <svg
      className="chart row"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={storyWords(lanes)}
    >
      {drawing.lanes.map((y) => (
        <line key={y} className="lane" x1="0" x2={width} y1={y} y2={y} opacity=".75" />
      ))}
      {drawing.line === '' ? null : (
        <path
          key={lanes.passes.length}
          className={`line ${grown ? 'passing' : ''}`}
          d={drawing.line}
          pathLength={1}
        />
      )}
      {drawing.dots.map((dot) => (
        <circle key={dot.x} className={dots} cx={dot.x} cy={dot.y} r="1.1" />
      ))}
      {drawing.discs.map((disc) => (
        <circle key={`${disc.x} ${disc.y}`} className={disc.side} cx={disc.x} cy={disc.y} r="2.6" />
      ))}
      <line className="now" x1={drawing.now} x2={drawing.now} y1="1" y2={height - 1} strokeWidth="1" />
      {drawing.ring === null ? null : (
        <circle
          className={`ring ${drawing.ring.side ?? 'nobody'}`}
          cx={drawing.ring.x}
          cy={drawing.ring.y}
          r={drawing.ring.side === null ? 4 : 3.8}
          strokeDasharray={drawing.ring.side === null ? '2.2 1.9' : undefined}
        />
      )}
    </svg>
  );
}
