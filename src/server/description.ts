import type { RouteConfig } from '@hono/zod-openapi';
import type { Rule } from '#server/doors.js';

const OPERATION_ID = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Made anew for each thing you ask for. The same key again gets the same answer, and nothing is done twice.',
  schema: { type: 'string' as const, minLength: 8, maxLength: 200 },
};

/** How a program shows who it is, as OpenAPI 3.1 names it. */
export const BEARER = { type: 'http', scheme: 'bearer', description: 'A key of the API: baton_…' } as const;

/** What the description of the API says of a route because of its rule: the key it needs, the operation id it takes. */
export function describedBy(
  rule: Rule,
  method: RouteConfig['method'],
): Pick<RouteConfig, 'security' | 'parameters'> {
  if (rule === 'everyone') return { security: [] };
  const security = [{ key: [] }];
  return method === 'get' ? { security } : { security, parameters: [OPERATION_ID] };
}
