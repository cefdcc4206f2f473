import type { Settings, WeekShown } from '#contract/settings.js';
import { wallClock } from '#domain/lanes/zone-day.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WIDTH = 252;

type Example = NonNullable<Settings['example']>;

/** A worked example of the clock: when an intro comes, and which working time it uses until it is due. */
export function ClockExample({ example, week }: { example: Example; week: WeekShown }) {
  const [intro, due] = [
    wallClock(Date.parse(example.introAt), week.zone),
    wallClock(Date.parse(example.dueAt), week.zone),
  ];
  const [from, to] = [minutesOf(week.from), minutesOf(week.to)];
  const place = (wall: typeof intro) =>
    Math.min(1, Math.max(0, (wall.hour * 60 + wall.minute - from) / Math.max(1, to - from))) * WIDTH;
  const sameDay = intro.day === due.day && intro.month === due.month;
  const dueX = place(due) + (sameDay ? 0 : 300);
  return (
    <div className="mt-4">
      <svg
        className="chart desk-only"
        width="100%"
        viewBox="0 0 560 52"
        style={{ maxWidth: 560 }}
        role="img"
        aria-label={example.words}
      >
        <Day x={0} name={nameOf(intro)} week={week} from={place(intro)} to={sameDay ? place(due) : WIDTH} />
        {sameDay ? null : <Day x={300} name={nameOf(due)} week={week} from={0} to={place(due)} />}
        <circle className="disc partner" cx={place(intro)} cy="25" r="5" />
        <circle className="ring host" cx={dueX} cy="25" r="6" />
        <text x={place(intro)} y="11" textAnchor="middle">
          intro {timeOf(intro)}
        </text>
        <text className="strong" x={dueX} y="11" textAnchor="middle">
          due {timeOf(due)}
        </text>
      </svg>
      <p className="small mt-0.5">{example.words}</p>
    </div>
  );
}

function Day({
  x,
  name,
  week,
  from,
  to,
}: {
  x: number;
  name: string;
  week: WeekShown;
  from: number;
  to: number;
}) {
  return (
    <>
      <text className="tick" x={x} y="11">
        {name}
      </text>
      <rect x={x} y="20" width={WIDTH} height="10" rx="2" fill="var(--selected)" />
      <rect className="quiet" x={x + from} y="20" width={Math.max(0, to - from)} height="10" rx="2" />
      <text className="tick" x={x} y="46">
        {week.from}
      </text>
      <text className="tick" x={x + WIDTH} y="46" textAnchor="end">
        {week.to}
      </text>
    </>
  );
}

function nameOf(wall: { weekday: number; day: number }): string {
  return `${DAYS[wall.weekday - 1] ?? ''} ${wall.day}`;
}

function timeOf(wall: { hour: number; minute: number }): string {
  return `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
}

function minutesOf(hours: string): number {
  const [hour = 0, minute = 0] = hours.split(':').map(Number);
  return hour * 60 + minute;
}
