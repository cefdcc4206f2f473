import * as chrono from 'chrono-node';

const LANGUAGES = [
  chrono.en.casual,
  chrono.de.casual,
  chrono.fr.casual,
  chrono.es.casual,
  chrono.nl.casual,
  chrono.pt.casual,
];

/**
 * A date as mail programs print it above a quoted mail ("Tuesday, September 22, 2026 4:26 PM"), as ISO 8601.
 * Where it names no offset the outer mail's is taken: most forwards are made in the zone they were read in.
 * Null where nothing can be read or no hour is given.
 */
export function readQuotedDate(printed: string, outer: string | null): string | null {
  const text = printed
    .slice(0, 200)
    .replace(/\s(?:at|um|à|a las|às|alle|kl\.?|klockan)\s/giu, ' ')
    .replace(/\s+/g, ' ');
  if (text === '') return null;
  for (const language of LANGUAGES) {
    const hit = language.parse(text, outer ? new Date(outer) : new Date(0))[0]?.start;
    if (!hit?.isCertain('day') || !hit.isCertain('month') || !hit.isCertain('hour')) continue;
    const two = (value: number | null) => String(value ?? 0).padStart(2, '0');
    const minutes = hit.isCertain('timezoneOffset') ? hit.get('timezoneOffset') : null;
    const offset =
      minutes === null ? (/(?:[+-]\d{2}:\d{2}|Z)$/.exec(outer ?? '')?.[0] ?? '+00:00') : offsetOf(minutes);
    const day = `${hit.get('year')}-${two(hit.get('month'))}-${two(hit.get('day'))}`;
    return `${day}T${two(hit.get('hour'))}:${two(hit.get('minute'))}:${two(hit.get('second'))}${offset}`;
  }
  return null;
}

function offsetOf(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
