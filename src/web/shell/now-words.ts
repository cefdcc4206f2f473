import { wallClock } from '#domain/lanes/zone-day.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Fri 6 Mar, 08:52 ET": the workspace's wall clock. The zone's short name is the server's word for it. */
export function nowWords(now: number, zone: string, said: string): string {
  const wall = wallClock(now, zone);
  const short = / (\S+)$/.exec(said)?.[1] ?? '';
  const time = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
  return `${DAYS[wall.weekday - 1] ?? ''} ${wall.day} ${MONTHS[wall.month - 1] ?? ''}, ${time} ${short}`.trimEnd();
}
