import type { RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Environment } from '#server/environment.js';
import { answerRefusal } from '#server/problems.js';

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
      return answerRefusal(c as never, { refused: 'request.too-large', because });
    },
  });
  const types = Object.keys(config.request?.body?.content ?? {});
  const typed: MiddlewareHandler<Environment> = async (c, next) => {
    const given = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
    const isKnown = given === null ? c.req.raw.body === null : types.includes(given);
    if (types.length === 0 || isKnown) return next();
    const because = `Send this with the content type ${types.join(', or ')}. Nothing of it was kept.`;
    return answerRefusal(c, { refused: 'request.other-type', because });
  };
  return [limit, typed];
}
