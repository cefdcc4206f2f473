import type { RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Environment } from '#server/environment.js';
import { answerRefusal, badInput, unread } from '#server/problems.js';

/** What is said with JSON is small; files say their own limit. In bytes. */
export const MOST_SAID = 1_000_000;

/**
 * Looks at a body before it is read: how large it may be, and whether it is of a type that the route takes.
 * Stands after the guard, so that nobody without a right to the route has anything read.
 */
export function bodyChecks(config: RouteConfig, mostBytes: number): MiddlewareHandler<Environment>[] {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => {
      const because = 'This is too large in one go, and nothing of it was kept. Send less at once.';
      return unread(answerRefusal(c as never, { refused: 'request.too-large', because }));
    },
  });
  const types = Object.keys(config.request?.body?.content ?? {});
  const typed: MiddlewareHandler<Environment> = async (c, next) => {
    const given = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
    const isKnown = given === null ? c.req.raw.body === null : types.includes(given);
    if (types.length === 0 || isKnown) return next();
    const because = `Send this with the content type ${types.join(', or ')}. Nothing of it was kept.`;
    return unread(answerRefusal(c, { refused: 'request.other-type', because }));
  };
  return types.includes('application/json') ? [limit, typed, keepable] : [limit, typed];
}

// NUL cannot stand in PostgreSQL's text, and half of a surrogate pair not in UTF-8.
const UNKEEPABLE = /\p{Surrogate}|\0/u;

const keepable: MiddlewareHandler<Environment> = async (c, next) => {
  // What is no JSON is refused by the route itself, right after.
  const said: unknown = await c.req.json().catch(() => null);
  const field = unkeepable(said, '');
  if (field === null) return next();
  return badInput(c, `${field}: this holds letters that cannot be kept. Nothing was done.`, field);
};

/** Where a text stands that cannot be kept, or null. */
function unkeepable(value: unknown, at: string): string | null {
  if (typeof value === 'string') return UNKEEPABLE.test(value) ? at : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, below] of Object.entries(value)) {
    const found = unkeepable(below, at === '' ? key : `${at}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
