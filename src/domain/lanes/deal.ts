import { batonLine, type Disc, round } from '#domain/lanes/curve.js';
import { type DayScale, dayScale } from '#domain/lanes/day-scale.js';
import { type DealLabel, passLabels, silenceLabel } from '#domain/lanes/deal-label.js';
import { type DealRing, placeSteps } from '#domain/lanes/deal-step.js';
import { fitLabels } from '#domain/lanes/label.js';
import { DEAL_WIDENING, silenceDots } from '#domain/lanes/silence.js';
import { LANES, type LaneStory, type Pass } from '#domain/lanes/story.js';
import { startOfDay, wallClock } from '#domain/lanes/zone-day.js';

const DAY = 86_400_000;
const LEFT = 112;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Above this, older passes are merged by day and lane, so that the picture stays under 400 nodes. */
const MOST_PASSES = 100;

export const DEAL_HEIGHT = 254;
/** The upright places of the three lanes of the large drawing. */
export const DEAL_LANES = { host: 56, partner: 128, buyer: 200 } as const;

export type DealDrawing = {
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly x: number; readonly text: string | null; readonly today: boolean }[];
  readonly line: string;
  readonly discs: readonly (Disc & { readonly sentence: string })[];
  readonly labels: readonly DealLabel[];
  readonly silence: { readonly from: number; readonly dots: readonly number[]; readonly y: number } | null;
  readonly now: number;
  readonly rings: readonly DealRing[];
  /** From the last words to a step that nobody owns. */
  readonly tie: string | null;
};

/** The large drawing of a deal's page, `width` units wide and 254 high, with its own scale of days. */
export function drawDeal(story: LaneStory, width: number): DealDrawing {
  const now = Date.parse(story.now);
  const right = width - 20;
  const passes = mergeOld(story.passes, story.zone);
  const scale = scaleOf(story, { left: LEFT, right });
  const nowX = round(scale.place(now));
  const places = spread(passes, scale, nowX);
  const discs = passes.map((pass, place) => ({
    x: places[place] ?? LEFT,
    y: DEAL_LANES[pass.side],
    side: pass.side,
    sentence: pass.sentence,
  }));
  const rings = placeSteps(story.steps, scale, nowX, right);
  const last = discs[discs.length - 1];
  const box = { left: 0, right: right + 20 };
  return {
    left: LEFT,
    right,
    ticks: ticksOf(scale, story),
    line: batonLine(discs, 26),
    discs,
    labels: fitLabels(
      [
        ...passLabels(passes, discs, nowX),
        ...silenceLabel(story, last, nowX),
        ...rings.flatMap((ring) => ring.label ?? []),
      ],
      box,
    ),
    silence:
      last === undefined ? null : { from: last.x, dots: silenceDots(last.x, nowX, DEAL_WIDENING), y: last.y },
    now: nowX,
    rings,
    tie: tieOf(rings, last),
  };
}

function scaleOf(story: LaneStory, box: { left: number; right: number }): DayScale {
  const now = Date.parse(story.now);
  const earliest = Math.min(now, ...story.passes.map((pass) => Date.parse(pass.at)));
  const latest = Math.max(now, ...story.steps.map((step) => Date.parse(step.dueAt ?? story.now)));
  // A year back and a quarter ahead is what the width can show; what lies beyond stands at the edge.
  const first = Math.max(earliest, now - 365 * DAY);
  const last = Math.min(Math.max(latest + DAY, now + 3 * DAY), now + 90 * DAY);
  return dayScale({ first, last, now }, story.zone, box);
}

/**
 * Where passes stand: by the scale, but never on now or on each other. On a deal's first day minutes would else
 * lie on one another, and order is what one has to see.
 */
function spread(passes: readonly Pass[], scale: DayScale, now: number): number[] {
  const least = Math.min(24, (now - LEFT) / (passes.length + 1));
  const places = passes.map((pass) => scale.place(Date.parse(pass.at)));
  let most = now - Math.min(12, least);
  for (let place = places.length - 1; place >= 0; place -= 1) {
    const x = round(Math.max(LEFT, Math.min(places[place] ?? LEFT, most)));
    places[place] = x;
    most = x - least;
  }
  return places;
}

function mergeOld(passes: readonly Pass[], zone: string): readonly Pass[] {
  if (passes.length <= MOST_PASSES) return passes;
  const older = new Map<string, Pass>();
  for (const pass of passes.slice(0, -MOST_PASSES / 2)) {
    older.set(`${startOfDay(Date.parse(pass.at), zone)} ${LANES.indexOf(pass.side)}`, pass);
  }
  return [...[...older.values()].slice(-MOST_PASSES / 2), ...passes.slice(-MOST_PASSES / 2)];
}

function ticksOf(scale: DayScale, story: LaneStory): DealDrawing['ticks'] {
  const today = startOfDay(Date.parse(story.now), story.zone);
  let labelled = Number.NEGATIVE_INFINITY;
  return scale.days
    .filter((day) => day.weekday < 6 || day.start === today)
    .map((day) => {
      const isToday = day.start === today;
      const fits = day.x - labelled >= 46 && day.width >= 30;
      if (fits || isToday) labelled = day.x;
      const wall = wallClock(day.start + DAY / 2, story.zone);
      const text = fits || isToday ? `${WEEKDAYS[day.weekday - 1] ?? ''} ${wall.day}` : null;
      return { x: round(day.x), text, today: isToday };
    });
}

function tieOf(rings: readonly DealRing[], last: { x: number; y: number } | undefined): string | null {
  const ring = rings.find((one) => one.side === null);
  if (ring === undefined || last === undefined || ring.x - last.x < 24) return null;
  const bend = Math.min(90, (ring.x - 9 - last.x) * 0.8);
  return `M${last.x} ${last.y}C${round(last.x + bend * 0.45)} ${round((last.y + ring.y) / 2)} ${round(last.x + bend * 0.65)} ${ring.y} ${round(last.x + bend)} ${ring.y}H${round(ring.x - 9)}`;
}
