import type { ClockShown } from '#contract/words.js';
import { durationWords } from '#domain/lanes/duration.js';
import { wallClock } from '#domain/lanes/zone-day.js';

export type ClockWords = {
  /** "7 h 50 m left", "2 h late". */
  readonly main: string;
  /** "until Fri 6 Mar, 16:42 ET, one business day". */
  readonly under: string | null;
  readonly alarmed: boolean;
  /** What is left, 0 to 1, or null where there is nothing to burn down. */
  readonly fuse: number | null;
};

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Working minutes left at `now`: counted down while open, standing still otherwise. Null where no clock runs. */
export function minutesLeft(clock: ClockShown, now: number): number | null {
  if (clock.leftMinutes === null) return null;
  if (!clock.open) return clock.leftMinutes;
  const end = clock.changesAt === null ? now : Math.min(now, Date.parse(clock.changesAt));
  return clock.leftMinutes - Math.max(0, end - Date.parse(clock.asOf)) / 60_000;
}

/** Whether the clock's text changes every second: in its last ten minutes. */
export function countsSeconds(clock: ClockShown, now: number): boolean {
  const left = minutesLeft(clock, now);
  return left !== null && clock.open && left > 0 && left <= 10;
}

/** What a clock says at `now` (milliseconds since 1970). The due instant itself comes from the server. */
export function clockWords(clock: ClockShown, now: number): ClockWords {
  const left = minutesLeft(clock, now);
  if (clock.state === 'asks')
    return { main: 'no clock yet', under: 'older than three working days', alarmed: true, fuse: null };
  if (left === null || clock.state === 'none')
    return { main: 'no clock', under: clock.until, alarmed: false, fuse: null };
  const late = left < 0 || (clock.state === 'broken' && left <= 0);
  const allowed = clock.allowedMinutes ?? 0;
  const alarmed = late || clock.state !== 'running' || (allowed > 0 && left <= allowed / 2);
  const under = !clock.open && clock.pausedWords !== null ? clock.pausedWords : clock.until;
  const fuse = allowed > 0 ? Math.min(1, Math.max(0, left / allowed)) : null;
  return {
    main: late ? `${durationWords(left, null)} late` : `${leftWords(left)} left`,
    under,
    alarmed,
    fuse,
  };
}

/** The same in a row of a list: no "left", and under it the due time as people say it. */
export function clockWordsInRow(clock: ClockShown, now: number): ClockWords {
  const words = clockWords(clock, now);
  if (clock.state === 'asks') return { ...words, under: 'an older intro' };
  const due = clock.dueAt === null ? words.under : dueWords(clock.dueAt, clock.zone, now);
  return { ...words, main: words.main.replace(/ left$/, ''), under: due };
}

/** "today, 17:00", "Fri 13, 17:00": a due instant in its zone. */
export function dueWords(dueAt: string, zone: string, now: number): string {
  const [due, today] = [wallClock(Date.parse(dueAt), zone), wallClock(now, zone)];
  const time = `${String(due.hour).padStart(2, '0')}:${String(due.minute).padStart(2, '0')}`;
  const sameDay = due.year === today.year && due.month === today.month && due.day === today.day;
  return sameDay ? `today, ${time}` : `${DAYS[due.weekday - 1] ?? ''} ${due.day}, ${time}`;
}

function leftWords(left: number): string {
  if (left > 10) return durationWords(left, null);
  const seconds = Math.max(0, Math.floor(left * 60));
  return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
}
