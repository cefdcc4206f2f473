/**
 * The server's clock is the one that counts: a laptop may be minutes off, and a demo stands on a day of its
 * own. Each answer that names the time moves our idea of it.
 */
let ahead = 0;

/** Now, by the server's clock, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + ahead;
}

/** Learns the server's time from an answer that carries one. Others are passed over. */
export function hearServerTime(answer: unknown): void {
  const said = timeIn(answer);
  if (said !== null) ahead = said - Date.now();
}

function timeIn(answer: unknown): number | null {
  const said = read(answer, ['now']) ?? read(answer, ['baton', 'clock', 'asOf']);
  const at = typeof said === 'string' ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function read(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}
