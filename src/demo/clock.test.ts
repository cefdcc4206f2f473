import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StoryClock } from '#demo/clock.js';

const START = '2026-02-24T14:00:00.000Z';

test('the clock stands until it is let run, and goes on from there', () => {
  let elapsed = 1_000;
  const clock = new StoryClock(START, () => elapsed);
  elapsed += 60_000;
  expect(clock.now()).toBe(START);
  clock.run();
  elapsed += 60_000;
  expect(clock.now()).toBe('2026-02-24T14:01:00.000Z');
});

test('moved on, it stands at that instant and runs on from it', () => {
  let elapsed = 0;
  const clock = new StoryClock(START, () => elapsed);
  clock.run();
  elapsed += 5_000;
  clock.moveTo('2026-03-06T13:52:00Z');
  expect(clock.now()).toBe('2026-03-06T13:52:00.000Z');
  elapsed += 1_500;
  expect(clock.now()).toBe('2026-03-06T13:52:01.500Z');
});

test('nothing takes it back: no move to what has passed, no machine whose clock is put back', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ pass: fc.integer({ min: -100_000, max: 100_000 }) }),
      fc.record({ move: fc.integer({ min: -1_000_000, max: 1_000_000 }) }),
      fc.constant({ run: true }),
    ),
  );
  fc.assert(
    fc.property(steps, (all) => {
      let elapsed = 0;
      let machine = 0;
      const clock = new StoryClock(START, () => {
        elapsed = Math.max(elapsed, machine);
        return elapsed;
      });
      let last = clock.now();
      for (const step of all) {
        if ('pass' in step) machine += step.pass;
        else if ('move' in step) clock.moveTo(new Date(Date.parse(START) + step.move).toISOString());
        else clock.run();
        expect(clock.now() >= last).toBe(true);
        last = clock.now();
      }
    }),
  );
});
