import { z } from '@hono/zod-openapi';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';

const Ready = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), words: z.string() })),
});

/** For whoever watches the process. Neither says anything of what is kept here. */
export function openHealth(doors: Doors, desk: Desk): void {
  doors.open(
    'everyone',
    {
      method: 'get',
      path: '/livez',
      summary: 'The process answers.',
      responses: {
        200: {
          content: { 'application/json': { schema: z.object({ live: z.boolean() }) } },
          description: 'Alive',
        },
      },
    },
    (c) => c.json({ live: true }, 200),
  );
  const content = { 'application/json': { schema: Ready } };
  doors.open(
    'everyone',
    {
      method: 'get',
      path: '/readyz',
      summary: 'Everything that serving needs is there.',
      responses: {
        200: { content, description: 'Ready' },
        503: { content, description: 'Not ready, and why' },
      },
    },
    async (c) => {
      const checks = (await desk.ready()).map((each) => ({ ...each }));
      const ready = checks.every((each) => each.ok);
      return ready ? c.json({ ready, checks }, 200) : (c.json({ ready, checks }, 503) as never);
    },
  );
}
