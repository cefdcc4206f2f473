import type { Weather } from './storm.js';

// Of each sort; the count stands above them.
const SHOWN = 12;

/** A storm as lines to print, and whether everything that was promised held. */
export function figures(weather: Weather): { readonly lines: readonly string[]; readonly isGood: boolean } {
  const { found } = weather;
  const wrong = [found.lost, found.doubled, found.broken, weather.mistakes].flatMap((each) =>
    each.slice(0, SHOWN),
  );
  const isGood = wrong.length === 0 && weather.exit === 0;
  return {
    isGood,
    lines: [
      `${weather.serverKills} kills of the server (${weather.startKills} in mid-start) and ${weather.databaseKills} of PostgreSQL in ${weather.seconds.toFixed(0)} s, seed ${weather.seed}`,
      `mails: ${weather.mails}, acknowledged ${weather.mailAcks} times, ${found.arrivals} arrivals`,
      `calls: ${weather.calls}, answered with yes ${weather.callAcks}, refused by a rule ${weather.refusals}`,
      `record: ${found.entries} entries, ${found.deals} deals; all read ${found.settled.toFixed(1)} s after the storm`,
      `start until ready: p50 ${share(weather.restarts, 0.5)} ms, p99 ${share(weather.restarts, 0.99)} ms, most ${share(weather.restarts, 1)} ms`,
      `PostgreSQL back: p50 ${share(weather.recoveries, 0.5)} ms, most ${share(weather.recoveries, 1)} ms`,
      `last stop: exit code ${weather.exit}`,
      `lost ${found.lost.length}, doubled ${found.doubled.length}, broken ${found.broken.length}, own mistakes ${weather.mistakes.length}`,
      ...wrong.map((each) => `  ${each}`),
    ],
  };
}

/** The smallest value that at least this share of the values do not exceed; rounded. */
function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round(sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0);
}
