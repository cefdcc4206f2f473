/** What a clock has passed that is worth saying aloud. */
export type Mark = 'half' | 'hour' | 'late';

/** Which of the three marks a clock has passed: half of its time, its last hour, its end. The latest counts. */
export function markOf(left: number | null, allowed: number | null): Mark | null {
  if (left === null) return null;
  if (left <= 0) return 'late';
  if (left <= 60) return 'hour';
  return allowed !== null && left <= allowed / 2 ? 'half' : null;
}
