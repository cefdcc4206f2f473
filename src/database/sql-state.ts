/**
 * The five-character SQLSTATE of an error, or null where it has none. Drizzle hides the server's error in
 * `cause`, and its own message holds every parameter: log the SQLSTATE, never such a message.
 */
export function sqlState(error: unknown): string | null {
  const found = serverError(error);
  return found === null ? null : found.code;
}

/** True for 23505, of the named constraint where one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const found = serverError(error);
  if (found === null || found.code !== '23505') return false;
  return constraint === undefined || found.constraint === constraint;
}

/**
 * True where the connection went away: the statement may or may not have been carried out, so a write is
 * asked for by its operation id and never blindly repeated.
 */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return /^(08|57P0[123])/.test(state);
  return error instanceof Error && (hasNetworkCode(error) || LOST.test(error.message));
}

// pg gives these no code (pg 8.23, lib/client.js).
const LOST =
  /Connection terminated|not queryable|Connection ended|timeout exceeded when trying to connect|Client was closed/;

function hasNetworkCode(error: Error): boolean {
  const code = (error as { code?: unknown }).code;
  return (
    typeof code === 'string' &&
    /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/.test(code)
  );
}

type ServerError = { readonly code: string; readonly constraint: string | null };

function serverError(error: unknown): ServerError | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const { code, constraint } = at as { code?: unknown; constraint?: unknown };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]+$/.test(code)) {
      return { code, constraint: typeof constraint === 'string' ? constraint : null };
    }
  }
  return null;
}
