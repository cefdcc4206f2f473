import type { ProblemShown } from '#contract/words.js';
import { hearServerTime } from '#web/clock/server-time.js';
import { Refused, Unreached } from '#web/door/refused.js';

const BASE = '/api/v1';

/** Reads one answer of the server. Throws Refused with its problem, or Unreached. */
export async function ask<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return await answerOf<Answer>(path, signal === undefined ? {} : { signal });
}

/**
 * Asks the server to do something, once: the key makes a repeated call the same call. `body` is sent as JSON,
 * or as it is where it is a form of files.
 */
export async function tell<Answer>(
  path: string,
  body: unknown,
  method: 'POST' | 'PATCH' | 'DELETE' = 'POST',
): Promise<Answer> {
  const headers: Record<string, string> = { 'Idempotency-Key': crypto.randomUUID() };
  if (body instanceof FormData) return await answerOf<Answer>(path, { method, headers, body });
  if (typeof body === 'string') {
    headers['Content-Type'] = looksLikeMail(body) ? 'message/rfc822' : 'text/plain; charset=utf-8';
    return await answerOf<Answer>(path, { method, headers, body });
  }
  headers['Content-Type'] = 'application/json';
  return await answerOf<Answer>(path, { method, headers, body: JSON.stringify(body ?? {}) });
}

/** A paste that begins with header fields (RFC 5322, 2.2) is a whole mail; anything else is text. */
export function looksLikeMail(pasted: string): boolean {
  const head = pasted.replace(/^\s+/, '').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const fields = head.match(/^[!-9;-~]+:[ \t]/gm) ?? [];
  return (
    fields.length >= 2 && /^(from|date|message-id|received):/im.test(head) && /^[!-9;-~]+:[ \t]/.test(head)
  );
}

async function answerOf<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await reach(path, request);
  const text = await response.text();
  if (!response.ok) throw new Refused(problemOf(response, text));
  const answer: unknown = text === '' ? {} : JSON.parse(text);
  hearServerTime(answer);
  return answer as Answer;
}

/** What the server answers, whatever it is. Throws Unreached where there is no line to it. */
export async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    // The demo's own doors stand beside the API.
    const place = path.startsWith('/demo/') ? path : BASE + path;
    return await fetch(place, { credentials: 'same-origin', ...request });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreached(cause);
  }
}

/** The problem that an answer of 4xx or 5xx is. */
export function problemOf(response: Response, text: string): ProblemShown {
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem === 'object' && problem !== null && 'detail' in problem)
      return problem as ProblemShown;
  } catch {
    // Not JSON: a proxy's own page, say. What is known is the status.
  }
  return {
    type: 'about:blank',
    title: 'No answer that can be read',
    status: response.status,
    detail: `The server answered ${response.status} without saying why. Nothing was changed here.`,
    code: 'web.unreadable-answer',
    correlation: response.headers.get('x-correlation') ?? '',
    field: null,
  };
}
