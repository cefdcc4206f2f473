import type { z } from '@hono/zod-openapi';
import { ProblemShown } from '#contract/words.js';

/** The answers of a route in the description of the API: one shape when it went well, problem+json otherwise. */
export function answers<S extends z.ZodType>(schema: S, description: string) {
  const problem = { content: { 'application/problem+json': { schema: ProblemShown } } };
  return {
    200: { content: { 'application/json': { schema } }, description },
    default: { ...problem, description: 'What happened, what is safe, what to do.' },
  } as const;
}

export function json<S extends z.ZodType>(schema: S) {
  return { body: { content: { 'application/json': { schema } }, required: true } } as const;
}
