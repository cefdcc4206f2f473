import { randomUUID } from 'node:crypto';
import { createRoute, OpenAPIHono, type RouteConfig, type RouteHandler } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { KEY_SCOPE } from '#domain/key-scope.js';
import { refuse } from '#domain/refusal.js';
import { bodyChecks, MOST_SAID } from '#server/body.js';
import { describedBy } from '#server/description.js';
import type { Desk } from '#server/desk.js';
import type { Environment, Who } from '#server/environment.js';
import {
  answerError,
  answerRefusal,
  badInput,
  nothing,
  otherMethod,
  signInFirst,
  unread,
} from '#server/problems.js';
import { needsOf, type Rule } from '#server/rule.js';
import { wrongField } from '#server/wrong-field.js';

const NOT_BY_KEY = `This is not done with a key. Sign in on the page and do it there. ${KEY_SCOPE.mayNot}`;

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The web door: every route is opened here, with the rule that guards it. */
export class Doors {
  readonly app: OpenAPIHono<Environment>;
  /** "POST /api/v1/deals/{id}/take" → its rule: what the test of the router reads. */
  readonly rules = new Map<string, Rule>();
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.app = new OpenAPIHono<Environment>({
      defaultHook: (result, c) => {
        if (result.success) return undefined;
        const { because, field } = wrongField(result.error.issues);
        return badInput(c, because, field);
      },
    });
    this.app.use('*', async (c, next) => {
      c.set('correlation', randomUUID());
      c.set('who', null);
      const began = performance.now();
      await next();
      c.header('x-correlation', c.get('correlation'));
      note(desk.log, c, performance.now() - began);
      // What a person may see must not stay in a browser that somebody else uses next.
      if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control'))
        c.header('cache-control', 'no-store');
    });
    this.app.onError((error, c) => answerError(c, desk.log, error));
    this.app.notFound((c) => this.notThere(c));
  }

  /** Opens a route that stands in the description of the API. What it is sent has `mostBytes` at most. */
  open<R extends RouteConfig>(
    rule: Rule,
    config: R,
    handler: RouteHandler<R, Environment>,
    mostBytes = MOST_SAID,
  ): void {
    this.rules.set(`${config.method.toUpperCase()} ${config.path}`, rule);
    const guarded = createRoute({
      ...config,
      ...describedBy(rule, config.method),
      middleware: [this.#guard(rule), ...bodyChecks(config, mostBytes)],
    });
    this.app.openapi(guarded, handler as never);
  }

  /** The answer to a path that no route took: 405 where another method is taken there, else that nothing is there. */
  notThere(c: Context<Environment>): Response {
    const { pathname } = new URL(c.req.url);
    const methods = [...this.rules.keys()].flatMap((route) => {
      const [method = '', path = ''] = route.split(' ');
      return path !== '/*' && isPathOf(path, pathname) ? [method] : [];
    });
    return methods.length === 0 || methods.includes(c.req.method) ? nothing(c) : otherMethod(c, methods);
  }

  #guard(rule: Rule): MiddlewareHandler<Environment> {
    return async (c, next) => {
      const who = await this.#whoAsks(c);
      c.set('who', who);
      const no = this.#refusal(c, rule, who);
      if (no === null) return next();
      return CHANGES.has(c.req.method) ? unread(no) : no;
    };
  }

  #refusal(c: Context<Environment>, rule: Rule, who: Who | null): Response | null {
    const needs = needsOf(rule);
    if (needs === null) return null;
    if (who === null) return signInFirst(c);
    if (needs.role === 'admin' && who.role !== 'admin') return nothing(c);
    const isBySession = !c.req.header('authorization');
    if (!isBySession && !needs.keyMay) return answerRefusal(c, refuse('key.not-allowed', NOT_BY_KEY));
    // A page of another origin can make a browser send the cookie, but not lie about its origin.
    if (isBySession && CHANGES.has(c.req.method) && !this.#desk.access.isOwnOrigin(c.req.raw.headers)) {
      const because = 'This request came from another site and was not carried out.';
      return answerRefusal(c, { refused: 'access.foreign-origin', because });
    }
    return null;
  }

  async #whoAsks(c: Context<Environment>): Promise<Who | null> {
    const { access, room } = this.#desk;
    const authorization = c.req.header('authorization') ?? null;
    if (authorization !== null) {
      const holder = await access.keyOf(authorization);
      if (holder === null || holder.workspace !== room.workspace) return null;
      return { actor: holder.key, person: holder.person, role: holder.role };
    }
    const session = await access.sessionOf(c.req.raw.headers);
    if (session === null || session.workspace !== room.workspace) return null;
    return { actor: session.person, person: session.person, role: session.role };
  }
}

/** Whether a path is one of a route's: "/api/v1/deals/{id}" takes any id. */
function isPathOf(route: string, path: string): boolean {
  const [wanted, given] = [route.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((each, place) => (each.startsWith('{') ? given[place] !== '' : each === given[place]))
  );
}

/** Whoever a guarded route let in. */
export function whoIn(c: Context<Environment>): Who {
  const who = c.get('who');
  if (who === null) throw new Error('A route that needs somebody was opened to everyone.');
  return who;
}

// The pattern of the route, never the path: a sign-in link is in the path.
function note(log: Desk['log'], c: Context<Environment>, took: number): void {
  const fields = {
    correlation: c.get('correlation'),
    method: c.req.method,
    route: c.req.routePath,
    status: c.res.status,
    took: Math.round(took),
    actor: c.get('who')?.actor,
  };
  if (CHANGES.has(c.req.method) || c.res.status >= 500) log.info(fields, 'A request was answered.');
  else log.debug(fields, 'A request was answered.');
}
