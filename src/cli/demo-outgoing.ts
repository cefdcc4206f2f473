import { randomUUID } from 'node:crypto';
import type { Doors } from '#server/doors.js';

const BECAUSE =
  'The demo keeps its mail in its own mailbox, so no other server can be set or tried here. In your own Baton it can.';

/**
 * No mail leaves the machine while the demo says so: the doors that set or try an outgoing server are shut.
 * They are shut before anything else is looked at, since a server that is set once is used from then on.
 */
export function shutOutgoing(doors: Doors): void {
  const { app } = doors;
  const open = app.fetch;
  app.fetch = (request, ...further) =>
    request.method !== 'GET' && isOutgoing(request.url) ? refused() : open(request, ...further);
}

/** Whether an address is one of the outgoing server's settings, however its letters are written. */
function isOutgoing(url: string): boolean {
  const { pathname } = new URL(url);
  return /^\/+api\/+v1\/+settings\/+outgoing(\/|$)/i.test(plain(pathname));
}

function plain(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A stray % makes an address that no door has.
    return pathname;
  }
}

function refused(): Response {
  const code = 'demo.outgoing';
  const problem = {
    type: `urn:baton:${code}`,
    title: 'Not done',
    status: 409,
    detail: BECAUSE,
    code,
    correlation: randomUUID(),
    field: null,
  };
  return new Response(JSON.stringify(problem), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  });
}
