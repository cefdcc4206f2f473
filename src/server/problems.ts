import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Log } from '#database/log.js';
import { isConnectionLost, sqlState } from '#database/sql-state.js';
import { Fault } from '#domain/fault.js';
import type { Refusal } from '#domain/refusal.js';
import type { Environment } from '#server/environment.js';

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** Which answer a refusal gets. What is not named here is a 409: the rule said no, and the state is why. */
const STATUS: Readonly<Record<string, Status>> = {
  'operation.reused': 422,
  'evidence.does-not-stand': 422,
  'request.too-large': 413,
  'request.other-type': 415,
  'access.foreign-origin': 403,
  'key.not-allowed': 403,
  'sign-in.foreign-page': 403,
  'sign-in.shut-out': 403,
  'sign-in.needed': 401,
  'sign-in.wrong': 401,
  'sign-in.too-many': 429,
  'sign-in.link-lately': 429,
  'sign-in.name-missing': 422,
  'file.too-large': 413,
  'file.empty': 422,
  'file.outlook-message': 415,
  'password.length': 422,
  'domain.free-mail': 422,
};

function statusOf(refusal: Refusal): Status {
  const named = STATUS[refusal.refused];
  if (named !== undefined) return named;
  return refusal.refused.endsWith('.unknown') && refusal.refused !== 'partner.unknown' ? 404 : 409;
}

/** RFC 9457. Missing and forbidden look the same: both are the 404 of `nothing`. */
export function answerRefusal(c: Context<Environment>, refusal: Refusal, field: string | null = null) {
  return answer(c, statusOf(refusal), refusal.refused, refusal.because, field);
}

export function nothing(c: Context<Environment>) {
  return answer(c, 404, 'nothing.here', 'There is nothing here, or it is not yours to see.', null);
}

/** RFC 9110, 15.5.6: the path is known and takes other methods, which Allow names. */
export function otherMethod(c: Context<Environment>, methods: readonly string[]) {
  c.header('allow', methods.join(', '));
  const because = `This address takes ${methods.join(' and ')}, not ${c.req.method}. Nothing was done.`;
  return answer(c, 405, 'request.other-method', because, null);
}

export function signInFirst(c: Context<Environment>) {
  return answer(
    c,
    401,
    'sign-in.needed',
    'Sign in first, or send the key of an API as a bearer token.',
    null,
  );
}

export function badInput(c: Context<Environment>, because: string, field: string | null) {
  return answer(c, 400, 'request.unreadable', because, field);
}

/** The outside failed, or we did. Only codes reach the log: a message of the database may hold what people wrote. */
export function answerError(c: Context<Environment>, log: Log, error: unknown) {
  const correlation = c.get('correlation');
  if (error instanceof HTTPException && error.status < 500)
    return badInput(c, 'What was sent is cut off or not what it says it is. Nothing was done.', null);
  if (error instanceof Fault) {
    log.error({ correlation, code: error.code, sqlState: sqlState(error) }, 'A request met a fault.');
    return answer(c, 503, error.code, error.message, null);
  }
  if (isConnectionLost(error)) {
    log.error({ correlation, sqlState: sqlState(error) }, 'A request lost the database.');
    const because = 'The database went away while this was asked. Try again in a moment.';
    return answer(c, 503, 'database.unreachable', because, null);
  }
  const name = error instanceof Error ? error.name : 'unknown';
  const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join(' ').trim() : '';
  log.error({ correlation, name, where, sqlState: sqlState(error) }, 'A request failed by our own mistake.');
  const because =
    'Something went wrong here, and nothing was changed by it. Try again; if it stays, give the code below to an admin.';
  return answer(c, 500, 'baton.mistake', because, null);
}

/**
 * An answer that was given before the body was read. The line is closed after it: a client that sends its next
 * request behind a body which nobody takes would see that one fail.
 */
export function unread(answered: Response): Response {
  answered.headers.set('connection', 'close');
  return answered;
}

const TITLES: Record<Status, string> = {
  400: 'Not understood',
  401: 'Sign in first',
  403: 'Not from here',
  404: 'Nothing here',
  405: 'Not this way',
  409: 'Not done',
  413: 'Too large',
  415: 'Not taken',
  422: 'Not done',
  429: 'Too often',
  500: 'Our mistake',
  503: 'Not now',
};

function answer(c: Context<Environment>, status: Status, code: string, detail: string, field: string | null) {
  const correlation = c.get('correlation');
  const body = { type: `urn:baton:${code}`, title: TITLES[status], status, detail, code, correlation, field };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}
