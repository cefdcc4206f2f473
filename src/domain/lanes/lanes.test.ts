import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batonLine } from '#domain/lanes/curve.js';
import { dayScale } from '#domain/lanes/day-scale.js';
import { drawDeal } from '#domain/lanes/deal.js';
import { durationWords } from '#domain/lanes/duration.js';
import { fitLabels, reachOf } from '#domain/lanes/label.js';
import { drawRow } from '#domain/lanes/row.js';
import { DEAL_WIDENING, ROW_WIDENING, silenceDots } from '#domain/lanes/silence.js';
import { LANES, type LaneStory } from '#domain/lanes/story.js';
import { drawUpright, GUTTER_LANES } from '#domain/lanes/upright.js';
import { nextDay, startOfDay } from '#domain/lanes/zone-day.js';

const NEW_YORK = 'America/New_York';

function storyOf(given: Partial<LaneStory>): LaneStory {
  return {
    passes: [
      { at: '2026-03-05T21:42:18Z', side: 'partner', label: 'Intro, 16:42', sentence: 'Theo introduced.' },
      { at: '2026-03-05T21:44:00Z', side: 'host', label: 'Dana has it', sentence: 'Dana got it.' },
    ],
    steps: [{ dueAt: '2026-03-06T21:42:18Z', side: 'host', label: 'First action, Dana', late: false }],
    silentSince: '2026-03-05T21:44:00Z',
    alarmed: true,
    now: '2026-03-06T13:52:00Z',
    zone: NEW_YORK,
    ...given,
  };
}

const stories = fc
  .record({
    gaps: fc.array(
      fc.record({ minutes: fc.integer({ min: 0, max: 20_000 }), side: fc.constantFrom(...LANES) }),
      {
        maxLength: 140,
      },
    ),
    due: fc.option(fc.integer({ min: -9000, max: 60_000 }), { nil: null }),
    owner: fc.constantFrom(...LANES, null),
  })
  .map(({ gaps, due, owner }) => {
    let at = Date.parse('2026-02-20T12:00:00Z');
    const passes = gaps.map(({ minutes, side }) => {
      at += minutes * 60_000;
      return { at: new Date(at).toISOString(), side, label: `A mail on day ${minutes}`, sentence: 'A mail.' };
    });
    const now = new Date(at + 3_600_000).toISOString();
    const dueAt = due === null ? null : new Date(Date.parse(now) + due * 60_000).toISOString();
    const late = due !== null && due < 0;
    return storyOf({ passes, now, steps: [{ dueAt, side: owner, label: 'A step', late }] });
  });

describe('silence', () => {
  test('each gap between two dots is 17 to 22 % wider than the one before it', () => {
    for (const widening of [ROW_WIDENING, DEAL_WIDENING]) {
      const dots = silenceDots(10, 400, widening);
      const gaps = dots.slice(1).map((dot, place) => dot - (dots[place] ?? 0));
      expect(gaps.length).toBeGreaterThan(5);
      for (const [place, gap] of gaps.slice(1).entries()) {
        const wider = gap / (gaps[place] ?? 1);
        expect(wider).toBeGreaterThan(1.169);
        expect(wider).toBeLessThan(1.221);
      }
    }
  });

  test('no dot touches the line of now', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (from, length) => {
          for (const dot of silenceDots(from, from + length, DEAL_WIDENING))
            expect(dot).toBeLessThanOrEqual(from + length - 2);
        },
      ),
    );
  });
});

describe('the large scale', () => {
  const now = Date.parse('2026-03-12T13:40:00Z');
  const scale = dayScale(
    { first: Date.parse('2026-03-02T12:00:00Z'), last: Date.parse('2026-03-18T12:00:00Z'), now },
    NEW_YORK,
    {
      left: 96,
      right: 1160,
    },
  );
  const widthOf = (iso: string) =>
    scale.days.find((day) => day.start === startOfDay(Date.parse(iso), NEW_YORK))?.width ?? 0;

  test('later is never further left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16 * 1440 }),
        fc.integer({ min: 0, max: 1440 }),
        (minute, more) => {
          const at = Date.parse('2026-03-02T12:00:00Z') + minute * 60_000;
          expect(scale.place(at + more * 60_000)).toBeGreaterThanOrEqual(scale.place(at));
        },
      ),
    );
  });

  test('today is about twice as wide as the same day a week ago', () => {
    expect(widthOf('2026-03-12T12:00:00Z') / widthOf('2026-03-05T12:00:00Z')).toBeGreaterThan(1.8);
  });

  test('a Saturday is a fifth of a working day that lies as far from now', () => {
    const saturday = widthOf('2026-03-14T12:00:00Z');
    expect(saturday / widthOf('2026-03-10T12:00:00Z')).toBeCloseTo(0.2, 1);
  });

  test('twelve hours of night take 30 % of their day', () => {
    const day = startOfDay(Date.parse('2026-03-11T16:00:00Z'), NEW_YORK);
    const [seven, nineteen] = [scale.place(day + 7 * 3_600_000), scale.place(day + 19 * 3_600_000)];
    expect((nineteen - seven) / widthOf('2026-03-11T16:00:00Z')).toBeCloseTo(0.7, 5);
  });

  test('the day on which clocks go forward has 23 hours and still fills its place', () => {
    const sunday = startOfDay(Date.parse('2026-03-08T17:00:00Z'), NEW_YORK);
    expect(nextDay(sunday, NEW_YORK) - sunday).toBe(23 * 3_600_000);
    expect(scale.place(nextDay(sunday, NEW_YORK))).toBeCloseTo(
      scale.days.find((day) => day.start > sunday)?.x ?? 0,
      5,
    );
  });
});

describe('the small drawing', () => {
  test('an intro stands at the left, now at 80 %, and the next step to the right of now', () => {
    const drawing = drawRow(storyOf({}), { width: 104, height: 32 });
    expect(drawing.discs[0]).toEqual({ x: 3, y: 16, side: 'partner' });
    expect(drawing.now).toBe(81.4);
    expect(drawing.ring?.x).toBeGreaterThan(drawing.now);
    expect(drawing.ring?.side).toBe('host');
  });

  test('a step without an owner hangs between the two selling lanes and the dots drift towards it', () => {
    const drawing = drawRow(
      storyOf({ steps: [{ dueAt: null, side: null, label: 'Architecture', late: false }] }),
      {
        width: 104,
        height: 32,
      },
    );
    expect(drawing.ring).toMatchObject({ y: 11, side: null });
    expect(drawing.dots[drawing.dots.length - 1]?.y).toBe(11);
  });

  test('whatever the story, everything stays on the drawing and passes keep their order', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const drawing = drawRow(story, { width: 104, height: 32 });
        const places = drawing.discs.map((disc) => disc.x);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const x of [...places, drawing.ring?.x ?? 0]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(104);
        }
        expect(drawing.line).not.toContain('NaN');
      }),
      { numRuns: 60 },
    );
  });

  test('a deal where nothing has happened yet is three lanes and now', () => {
    const drawing = drawRow(storyOf({ passes: [], steps: [] }), { width: 104, height: 32 });
    expect(drawing).toMatchObject({ line: '', discs: [], dots: [], ring: null });
  });
});

describe('the baton’s line', () => {
  test('it stays level while the baton is held and ends its S exactly at the pass', () => {
    expect(
      batonLine(
        [
          { x: 3, y: 16 },
          { x: 14.5, y: 6 },
          { x: 30, y: 6 },
        ],
        9,
      ),
    ).toBe('M3 16H5.5C10.5 16 9.6 6 14.5 6H30');
  });
});

describe('the large drawing', () => {
  test('a hundred and forty passes stay under 400 nodes', () => {
    const start = Date.parse('2026-01-05T09:00:00Z');
    const passes = Array.from({ length: 140 }, (_, place) => ({
      at: new Date(start + place * 7 * 3_600_000).toISOString(),
      side: LANES[place % 3] ?? 'host',
      label: 'Mail',
      sentence: 'A mail.',
    }));
    const drawing = drawDeal(storyOf({ passes, now: '2026-02-20T12:00:00Z' }), 1180);
    expect(drawing.discs.length).toBeLessThanOrEqual(100);
    expect(drawing.discs.length + drawing.labels.length + 2 * drawing.ticks.length).toBeLessThan(400);
  });

  test('an intro and its taking within the same minute stand beside each other, left of now', () => {
    const drawing = drawDeal(storyOf({ now: '2026-03-05T21:44:30Z' }), 1180);
    const [intro, taken] = drawing.discs;
    expect((taken?.x ?? 0) - (intro?.x ?? 0)).toBeGreaterThanOrEqual(20);
    expect(taken?.x ?? 0).toBeLessThan(drawing.now - 6);
  });

  test('an unowned step is tied to the words it came from', () => {
    const drawing = drawDeal(
      storyOf({ steps: [{ dueAt: '2026-03-06T22:00:00Z', side: null, label: 'Architecture', late: false }] }),
      1180,
    );
    expect(drawing.rings[0]).toMatchObject({ y: 92, radius: 8, side: null });
    expect(drawing.tie).toMatch(/^M/);
    expect(drawing.labels.map((label) => label.text)).toContain('Architecture: nobody');
  });

  test('whatever the story, labels never touch and nothing leaves the drawing', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 640, max: 1600 }), (story, width) => {
        const drawing = drawDeal(story, width);
        for (const thing of [...drawing.discs, ...drawing.rings, { x: drawing.now }]) {
          expect(thing.x).toBeGreaterThanOrEqual(80);
          expect(thing.x).toBeLessThanOrEqual(width);
        }
        const places = drawing.discs.map((disc) => disc.x);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const [place, label] of drawing.labels.entries()) {
          for (const other of drawing.labels.slice(place + 1)) {
            if (Math.abs(other.y - label.y) >= 13) continue;
            const [[from, to], [otherFrom, otherTo]] = [reachOf(label), reachOf(other)];
            expect(to <= otherFrom || otherTo <= from).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of two labels that touch the newer one stays', () => {
    const older = { x: 100, y: 46, text: 'Three times sent', anchor: 'middle' as const, weight: 1 };
    const newer = { ...older, x: 120, text: 'Accepted', weight: 2 };
    expect(fitLabels([older, newer], { left: 0, right: 400 })).toEqual([newer]);
  });
});

describe('the record’s gutter', () => {
  test('an entry of an unknown side stays in the lane that the line is in', () => {
    const drawing = drawUpright([
      { y: 19, side: 'partner' },
      { y: 70, side: null },
      { y: 121, side: 'buyer' },
    ]);
    expect(drawing.discs.map((disc) => disc.x)).toEqual([GUTTER_LANES[1], GUTTER_LANES[1], GUTTER_LANES[2]]);
    expect(drawing.line.startsWith('M32 19V70')).toBe(true);
  });
});

describe('lengths of time', () => {
  test.each([
    [50, '50 m', null],
    [440, '7 h 20 m', null],
    [120, '2 h', null],
    [-120, '2 h', null],
    [1860, '1 d 7 h', 1440],
    [5800, '4 d', 1440],
    [6001, '100 h', null],
  ])('%i minutes are said %s', (minutes, words, day) => {
    expect(durationWords(minutes, day)).toBe(words);
  });
});
