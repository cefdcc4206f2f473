import type { RouteConfig } from '@hono/zod-openapi';
import { KEY_SCOPE } from '#domain/key-scope.js';
import { needsOf, type Rule } from '#server/rule.js';

const OPERATION_ID = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Made anew for each thing you ask for. The same key again gets the same answer, and nothing is done twice.',
  schema: { type: 'string' as const, minLength: 8, maxLength: 200 },
};

/** How a program shows who it is, and how a page does, as OpenAPI 3.1 names them. */
export const KEY = {
  type: 'http',
  scheme: 'bearer',
  description: `A key of the API: baton_… ${KEY_SCOPE.may} ${KEY_SCOPE.mayNot}`,
} as const;
export const SESSION = {
  type: 'apiKey',
  in: 'cookie',
  name: 'baton.session_token',
  description:
    'The session of somebody who signed in on the page. Over https its name begins with __Secure-; where the address of this Baton has a port, as baton-4711.',
} as const;

const NEEDED = { member: 'Somebody who signed in', admin: 'An admin who signed in' } as const;

/** What the description of the API says of a route because of its rule: who may, with a key or without, and the operation id. */
export function describedBy(
  rule: Rule,
  method: RouteConfig['method'],
): Pick<RouteConfig, 'security' | 'parameters' | 'description'> {
  const needs = needsOf(rule);
  if (needs === null)
    return { security: [], description: 'Open to everyone: a key is neither needed nor looked at.' };
  const whose = needs.role === 'admin' ? 'a key of one' : 'a key';
  const description = `${NEEDED[needs.role]}${needs.keyMay ? `, or ${whose}.` : '. Not with a key (key.not-allowed).'}`;
  const security = needs.keyMay ? [{ key: [] }, { session: [] }] : [{ session: [] }];
  return { description, security, ...(method === 'get' ? {} : { parameters: [OPERATION_ID] }) };
}
