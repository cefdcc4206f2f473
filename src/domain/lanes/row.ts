import { batonLine, type Disc, round } from '#domain/lanes/curve.js';
import { ROW_WIDENING, silenceDots } from '#domain/lanes/silence.js';
import { LANES, type Lane, type LaneStory } from '#domain/lanes/story.js';

const DAY = 86_400_000;
const EDGE = 3;
/** More passes than this do not read at the size of a row: the older ones are left out. */
const MOST_PASSES = 7;

export type RowDrawing = {
  readonly width: number;
  readonly height: number;
  /** The upright places of the three lanes: host, partner, buyer. */
  readonly lanes: readonly [number, number, number];
  readonly line: string;
  readonly discs: readonly Disc[];
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly now: number;
  readonly ring: { readonly x: number; readonly y: number; readonly side: Lane | null } | null;
};

/**
 * The small drawing of a list's row (104 × 32), of the baton bar and of a preview (312 × 72). Its scale is
 * plain and relative: first pass at the left, now at 80 %, the next step to the right of it. A story
 * without passes gives lanes and now alone.
 */
export function drawRow(story: LaneStory, size: { width: number; height: number }): RowDrawing {
  const lanes = [6, size.height / 2, size.height - 6] as const;
  const reach = size.width > 200 ? 26 : 9;
  const passes = story.passes.slice(-MOST_PASSES);
  const now = EDGE + 0.8 * (size.width - 2 * EDGE);
  const discs = placePasses(passes, Date.parse(story.now), now, reach).map((x, place) => {
    const side = passes[place]?.side ?? 'host';
    return { x: round(x), y: lanes[LANES.indexOf(side)] ?? lanes[0], side };
  });
  const step = story.steps[0];
  return {
    ...size,
    lanes: [...lanes],
    line: batonLine(discs, reach),
    discs,
    dots: dotsAfter(discs, now, lanes, step !== undefined && step.side === null),
    now: round(now),
    ring: step === undefined ? null : { ...ringAt(step, story.now, now, size.width, lanes), side: step.side },
  };
}

/** Plain in time, but two passes are never closer than a short S, and the last leaves room for its dots. */
function placePasses(passes: LaneStory['passes'], now: number, nowX: number, reach: number): number[] {
  const first = Date.parse(passes[0]?.at ?? '');
  const span = Math.max(1, now - first);
  const last = nowX - 6;
  const least = Math.min(reach, (last - EDGE) / Math.max(1, passes.length - 1));
  const places: number[] = [];
  for (const pass of passes) {
    const wished = EDGE + ((Date.parse(pass.at) - first) / span) * (nowX - EDGE);
    const before = places[places.length - 1];
    places.push(before === undefined ? EDGE : Math.max(wished, before + least));
  }
  for (let place = places.length - 1, most = last; place > 0; place -= 1, most -= least) {
    places[place] = Math.min(places[place] ?? 0, most);
  }
  return places;
}

function dotsAfter(
  discs: readonly Disc[],
  now: number,
  lanes: readonly [number, number, number],
  unowned: boolean,
): { x: number; y: number }[] {
  const last = discs[discs.length - 1];
  if (last === undefined) return [];
  const between = (lanes[0] + lanes[1]) / 2;
  return silenceDots(last.x, now, ROW_WIDENING).map((x) => {
    // A baton that nobody takes drifts out of its lane, to the place between the two sellers.
    const drift = Math.min(Math.abs(between - last.y), 0.38 * (x - last.x)) * Math.sign(between - last.y);
    return { x: round(x), y: round(unowned ? last.y + drift : last.y) };
  });
}

function ringAt(
  step: LaneStory['steps'][number],
  now: string,
  nowX: number,
  width: number,
  lanes: readonly [number, number, number],
): { x: number; y: number } {
  const days = step.dueAt === null ? 3 : Math.max(0, (Date.parse(step.dueAt) - Date.parse(now)) / DAY);
  const room = width - nowX - 15;
  const y = step.side === null ? (lanes[0] + lanes[1]) / 2 : lanes[LANES.indexOf(step.side)];
  return { x: round(nowX + 8 + room * (1 - Math.exp(-days / 4))), y: y ?? lanes[0] };
}
