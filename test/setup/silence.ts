import type { Log } from '#database/log.js';

/** A log that says nothing, for tests. */
export const silent: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The installation's secret in tests. */
export const TEST_SECRET = 'a secret for tests only';
