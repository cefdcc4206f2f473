import * as chrono from 'chrono-node';
import type { NamedDay } from '#reading/due/due-day.js';

/**
 * Days that our own rules do not know and chrono-node does, in English: "12 December 2026", "a week from Friday".
 * Bare times, short words and numbers that two countries read as two days are left out.
 */
export function chronoDays(text: string, said: string): NamedDay[] {
  // Noon, so that no zone of the machine moves the day.
  const reference = new Date(`${said}T12:00:00`);
  return chrono.en.casual.parse(text.slice(0, 700), reference, { forwardDate: true }).flatMap((hit) => {
    const { start } = hit;
    const names = start.isCertain('day') || start.isCertain('weekday');
    // What lies behind is no day to do something on, and chrono would turn it forward.
    if (/\b(?:last|ago|past|previous)\b/i.test(hit.text)) return [];
    if (!names || hit.text.length < 5 || /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/.test(hit.text)) return [];
    const two = (value: number | null) => String(value ?? 1).padStart(2, '0');
    const date = `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`;
    return [{ date, start: hit.index, end: hit.index + hit.text.length, words: hit.text, leadsBy: null }];
  });
}
