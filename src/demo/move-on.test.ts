import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StoryClock } from '#demo/clock.js';
import { moveOn, targetOf } from '#demo/move-on.js';
import { HAPPENINGS, NOW } from '#demo/story/happenings.js';

const ZONE = 'America/New_York';

test('an hour is an hour, and the next that is due is where it is due', () => {
  const at = { now: '2026-03-06T13:52:00Z', nextDue: '2026-03-06T14:35:24Z', zone: ZONE };
  expect(targetOf('1h', at)).toBe('2026-03-06T14:52:00Z');
  expect(targetOf('next-due', at)).toBe('2026-03-06T14:35:24Z');
  expect(targetOf('next-due', { ...at, nextDue: null })).toMatchObject({ refused: 'demo.nothing-due' });
});

test('tomorrow at nine is nine on the wall, also on the night on which New York loses an hour', () => {
  const at = (now: string) => targetOf('tomorrow-09:00', { now, nextDue: null, zone: ZONE });
  expect(at('2026-03-06T13:52:00Z')).toBe('2026-03-07T14:00:00Z');
  expect(at('2026-03-07T14:00:00Z')).toBe('2026-03-08T13:00:00Z');
  // It is already tomorrow in Greenwich, and not yet in New York.
  expect(at('2026-03-07T04:30:00Z')).toBe('2026-03-07T14:00:00Z');
});

test('a move stops at everything that is due on the way, in order, and at nothing behind its target', async () => {
  const start = Date.parse(NOW);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 1_000 }),
      async (minutes, far) => {
        const clock = new StoryClock(NOW, () => 0);
        const waiting = minutes.map((each) => start + each * 60_000);
        const done: number[] = [];
        const heartbeat = {
          nextDue: async () => {
            const ahead = waiting.filter((each) => each > Date.parse(clock.now()));
            return ahead.length === 0 ? null : new Date(Math.min(...ahead)).toISOString();
          },
          settled: async () => {
            const now = Date.parse(clock.now());
            done.push(...waiting.filter((each) => each <= now && !done.includes(each)));
            return true;
          },
        };
        const target = new Date(start + far * 60_000).toISOString();
        const stops = await moveOn(clock, heartbeat, target);
        const due = minutes.filter((each) => each <= far).sort((one, other) => one - other);
        expect(done.map((each) => (each - start) / 60_000)).toEqual(due);
        expect(stops).toBe(due.length);
        expect(clock.now()).toBe(target);
      },
    ),
  );
});

test('the story is told in order of time, and ends before it begins to be played', () => {
  const times = [...HAPPENINGS.map((each) => Date.parse(each.at)), Date.parse(NOW)];
  expect(times).toEqual([...times].sort((one, other) => one - other));
});
