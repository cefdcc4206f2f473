import type { LanesShown } from '#contract/words.js';
import { silenceWords } from '#domain/lanes/duration.js';
import { DEAL_WIDENING, silenceDots } from '#domain/lanes/silence.js';
import { LANES } from '#domain/lanes/story.js';
import { GUTTER_LANES } from '#domain/lanes/upright.js';
import { dueWords } from '#web/clock/clock-words.js';

const NOW_Y = 66;
const HEIGHT = 150;

/** What stands above the record on a phone, newest first: the next step, now, and the silence before it. */
export function Ahead({ lanes }: { lanes: LanesShown }) {
  const step = lanes.steps[0];
  const last = lanes.passes[lanes.passes.length - 1];
  const silence = silenceWords(lanes);
  const height = silence === null ? NOW_Y + 16 : HEIGHT;
  const x = GUTTER_LANES[last === undefined ? 0 : LANES.indexOf(last.side)] ?? 12;
  const ring = step?.side == null ? 22 : (GUTTER_LANES[LANES.indexOf(step.side)] ?? 12);
  const dots = silence === null ? [] : silenceDots(0, height - NOW_Y, DEAL_WIDENING);
  const now = Date.parse(lanes.now);
  return (
    <div className="ahead" style={{ height }}>
      <svg className="chart" width="64" height={height} aria-hidden="true">
        {GUTTER_LANES.map((lane) => (
          <line key={lane} className="lane" x1={lane} x2={lane} y1="0" y2={height} />
        ))}
        {step === undefined ? null : (
          <circle
            className={`ring ${step.side ?? 'nobody'}`}
            cx={ring}
            cy="24"
            r="8"
            strokeDasharray={step.side === null ? '3.4 2.6' : undefined}
          />
        )}
        <line className="now" x1="0" x2="64" y1={NOW_Y} y2={NOW_Y} strokeWidth="1.5" />
        {dots.map((dot) => (
          <circle
            key={dot}
            className={lanes.alarmed ? 'silence' : 'quiet'}
            cx={x}
            cy={height - dot}
            r="1.9"
          />
        ))}
      </svg>
      {step === undefined ? null : (
        <div className={`next ${step.side === null || step.late ? 'silent' : ''}`}>
          <div className="small">
            {step.dueAt === null ? 'no day yet' : dueWords(step.dueAt, lanes.zone, now)}
          </div>
          <div className="strong">{step.side === null ? `${step.label}: nobody` : step.label}</div>
        </div>
      )}
      <div className="now-words small strong">now</div>
      {silence === null ? null : (
        <div className={`silence-words strong ${lanes.alarmed ? 'silent' : ''}`}>{silence}</div>
      )}
    </div>
  );
}
