import { expect, test } from 'vitest';
import { markOf } from '#web/today/clock-mark.js';

test('a clock is spoken of at half time, in its last hour and when it breaks, and not before', () => {
  expect(markOf(271, 540)).toBeNull();
  expect(markOf(270, 540)).toBe('half');
  expect(markOf(60, 540)).toBe('hour');
  expect(markOf(0, 540)).toBe('late');
  expect(markOf(-30, 540)).toBe('late');
});

test('where no clock runs, nothing is spoken', () => {
  expect(markOf(null, null)).toBeNull();
});
