import type { z } from '@hono/zod-openapi';
import { ProblemShown } from '#contract/words.js';

/** What any route of the API answers where it did not do what was asked (RFC 9457). */
export const OTHERWISE = {
  content: { 'application/problem+json': { schema: ProblemShown } },
  description: 'What happened, what is safe, what to do.',
} as const;

/** The answers of a route in the description of the API: one shape when it went well, problem+json otherwise. */
export function answers<S extends z.ZodType>(schema: S, description: string) {
  return {
    200: { content: { 'application/json': { schema } }, description },
    default: OTHERWISE,
  } as const;
}

export function json<S extends z.ZodType>(schema: S) {
  return { body: { content: { 'application/json': { schema } }, required: true } } as const;
}
