import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { KEY_SCOPE } from '#domain/key-scope.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import { needsOf } from '#server/rule.js';
import { openDoors } from '#server/serve.js';
import { silent } from '../../test/setup/silence.js';

// Routes are opened without anything behind them; what they do is proved in test/doors.
const NOTHING_BEHIND = {
  place: { url: 'http://localhost', screens: null },
  room: {},
  access: {},
  log: silent,
} as unknown as Desk;

type Json = { readonly [key: string]: unknown };
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

let doors: Doors;
let described: Json;

beforeAll(async () => {
  doors = openDoors(NOTHING_BEHIND);
  described = (await (await doors.app.request('/api/openapi.json')).json()) as Json;
});

test('every route of the router has a rule, and every rule a route', () => {
  expect(doors.rules.size).toBeGreaterThan(30);
  expect(withoutRule(doors)).toEqual([]);
  const routes = routesOf(doors);
  expect([...doors.rules.keys()].filter((route) => !routes.includes(route))).toEqual([]);
});

test('a route that is opened past the rules is found, whatever its method', () => {
  const careless = openDoors(NOTHING_BEHIND);
  careless.app.get('/api/v1/export', (c) => c.text('everything'));
  careless.app.all('/api/v1/anything/:id', (c) => c.text('everything'));
  expect(withoutRule(careless)).toEqual(['GET /api/v1/export', 'ALL /api/v1/anything/{id}']);
});

test('only the sign-in, a guest’s link, the health of the process, the description and the screens are open to everyone', () => {
  const open = [...doors.rules].filter(([, rule]) => rule === 'everyone').map(([route]) => route);
  expect(open.sort()).toEqual([
    'GET /*',
    'GET /api/openapi.json',
    'GET /api/v1/sign-in/link/{token}',
    'GET /g/{token}',
    'GET /livez',
    'GET /readyz',
    'POST /api/v1/sign-in/link',
    'POST /api/v1/sign-in/link/{token}',
    'POST /api/v1/sign-in/link/{token}/fresh',
    'POST /api/v1/sign-in/password',
    'POST /api/v1/sign-out',
    'POST /g/{token}/not-me',
    'POST /g/{token}/role/declined',
    'POST /g/{token}/role/taken',
  ]);
});

test('what changes the settings needs an admin', () => {
  const settings = [...doors.rules].filter(
    ([route]) => / \/api\/v1\/settings\//.test(route) && !route.startsWith('GET '),
  );
  expect(settings.length).toBeGreaterThan(12);
  expect(settings.filter(([, rule]) => !rule.startsWith('admin'))).toEqual([]);
});

test('a key may call what arrives, is read and is done with deals, partners and routing, and nothing else', () => {
  const [may, mayNot] = [true, false].map((wanted) =>
    [...doors.rules].filter(([, rule]) => needsOf(rule)?.keyMay === wanted).map(([route]) => route),
  );
  const inScope = / \/api\/v1\/(arrivals|deals|undo|settings\/(partners|rules))\b|^GET \/api\/v1\/\w+$/;
  expect(may?.length).toBeGreaterThan(20);
  expect(may?.filter((route) => !inScope.test(route))).toEqual([]);
  expect(mayNot).toEqual(
    expect.arrayContaining([
      'POST /api/v1/settings/people',
      'PATCH /api/v1/settings/people/{id}',
      'POST /api/v1/settings/keys',
      'DELETE /api/v1/settings/keys/{id}',
      'POST /api/v1/settings/company',
      'POST /api/v1/settings/domains',
      'DELETE /api/v1/settings/domains/{id}',
      'POST /api/v1/settings/addresses',
      'DELETE /api/v1/settings/addresses/{id}',
      'POST /api/v1/settings/week',
      'POST /api/v1/settings/standard',
      'POST /api/v1/password',
      'POST /api/v1/single-keys',
    ]),
  );
});

test('what a key may and may not stands in the description of the API and in the page about keys', () => {
  const page = readFileSync(new URL('../../docs/api-keys.md', import.meta.url), 'utf8');
  const { description } = described.info as { description: string };
  for (const words of Object.values(KEY_SCOPE)) {
    expect(description).toContain(words);
    expect(page).toContain(words);
  }
});

test('the description is OpenAPI 3.1 and holds every route of the API', () => {
  expect(described).toMatchObject({ openapi: '3.1.0', info: { title: 'Baton', version: '1' } });
  const listed = Object.entries(described.paths as Json).flatMap(([path, item]) =>
    Object.keys(item as Json).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = [...doors.rules.keys()].filter(
    (route) => route !== 'GET /*' && route !== 'GET /api/openapi.json',
  );
  expect(listed.sort()).toEqual(routes.sort());
});

test('each operation says what it does, names the parameters of its path, and describes an error', () => {
  for (const [path, method, operation] of operations()) {
    const what = `${method} ${path}`;
    expect(operation.summary, what).toMatch(/\.$/);
    const parameters = (operation.parameters ?? []) as { name: string; in: string; required?: boolean }[];
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(parameters.filter((each) => each.in === 'path' && each.required).map(({ name }) => name)).toEqual(
      inPath,
    );
    const responses = operation.responses as Record<string, { content?: Json }>;
    expect(
      Object.keys(responses).some((status) => /^20\d$/.test(status)),
      what,
    ).toBe(true);
    if (!path.startsWith('/api/')) continue;
    expect(responses.default?.content, what).toHaveProperty('application/problem+json');
    const rule = doors.rules.get(`${method.toUpperCase()} ${path}`);
    const needs = rule === undefined ? null : needsOf(rule);
    const ways = needs?.keyMay ? [{ key: [] }, { session: [] }] : [{ session: [] }];
    expect(operation.security, what).toEqual(needs === null ? [] : ways);
    expect(operation.description, what).toMatch(needs?.keyMay === false ? /Not with a key/ : /a key/);
    const takesId = parameters.some((each) => each.name === 'Idempotency-Key');
    expect(takesId, what).toBe(method !== 'get' && rule !== 'everyone');
  }
});

test('every schema of the description can be resolved and is JSON Schema', () => {
  const wrong: string[] = [];
  let schemas = 0;
  walk(described, '#', (node, at) => {
    if (typeof node.$ref === 'string' && resolve(node.$ref) === undefined)
      wrong.push(`${at} leads to ${node.$ref}`);
    // In OpenAPI 3.1 null is a type; the older keyword means nothing there.
    if ('nullable' in node && typeof node.nullable === 'boolean') wrong.push(`${at} says nullable`);
    if (typeof node.properties !== 'object' || node.properties === null) return;
    schemas += 1;
    const named = Object.keys(node.properties);
    for (const needed of (node.required ?? []) as string[])
      if (!named.includes(needed)) wrong.push(`${at} needs ${needed}, which it does not know`);
  });
  expect(wrong).toEqual([]);
  expect(schemas).toBeGreaterThan(40);
});

test('every body that a route takes as JSON is closed: what it does not know is no part of it', () => {
  const open: string[] = [];
  let bodies = 0;
  for (const [path, method, operation] of operations()) {
    const content = (operation.requestBody as { content?: Record<string, { schema: Json }> } | undefined)
      ?.content;
    const schema = content?.['application/json']?.schema;
    if (schema === undefined) continue;
    bodies += 1;
    for (const [at, object] of objectsIn(schema, `${method} ${path}`))
      if (object.additionalProperties !== false) open.push(at);
  }
  expect(bodies).toBeGreaterThan(20);
  expect(open).toEqual([]);
});

function routesOf({ app }: Doors): string[] {
  const inRules = app.routes
    // Hono lists what `use` puts before every route as ALL /*.
    .filter(({ method, path }) => !(method === 'ALL' && path === '/*'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  return [...new Set(inRules)];
}

function withoutRule(all: Doors): string[] {
  return routesOf(all).filter((route) => !all.rules.has(route));
}

function operations(): [path: string, method: string, operation: Json][] {
  return Object.entries(described.paths as Record<string, Json>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]): [string, string, Json] => [path, method, operation as Json]),
  );
}

function resolve(ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, key) => (node as Json | undefined)?.[key], described);
}

/** The objects in a body, its references followed. */
function objectsIn(schema: Json, at: string): [at: string, object: Json][] {
  if (typeof schema.$ref === 'string') return objectsIn(resolve(schema.$ref) as Json, schema.$ref);
  const own: [string, Json][] = schema.properties === undefined ? [] : [[at, schema]];
  const below = [
    ...Object.values((schema.properties ?? {}) as Json),
    ...((schema.anyOf ?? schema.oneOf ?? []) as Json[]),
    ...(schema.items === undefined ? [] : [schema.items]),
  ];
  return [...own, ...below.flatMap((each) => objectsIn(each as Json, `${at} …`))];
}

function walk(node: unknown, at: string, look: (node: Json, at: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) look(node as Json, at);
  for (const [key, value] of Object.entries(node)) walk(value, `${at}/${key}`, look);
}
