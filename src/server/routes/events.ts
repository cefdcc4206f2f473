import { z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { Heard } from '#database/notice.js';
import { OTHERWISE } from '#server/answers.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';

// Proxies close a line on which nothing is heard for a minute.
const STILL_HERE = 20_000;

/** Tells a page which chains grew: ids alone. The page asks again for what it shows, with its own rights. */
export function openEvents(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/events',
      summary:
        'Server-sent events: `changed` names the chains that grew, `missed` says to look at everything again.',
      responses: {
        200: { content: { 'text/event-stream': { schema: z.string() } }, description: 'Events' },
        default: OTHERWISE,
      },
    },
    (c) =>
      streamSSE(c, async (stream) => {
        const hear = (heard: Heard) => {
          if (heard === 'missed') return void stream.writeSSE({ event: 'missed', data: '{}' });
          const subjects = heard
            .filter((each) => each.workspace === desk.room.workspace)
            .map((each) => each.subject);
          if (subjects.length > 0)
            void stream.writeSSE({ event: 'changed', data: JSON.stringify({ subjects }) });
        };
        const stop = desk.notices.hear(hear);
        const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
        await stream.writeSSE({ event: 'open', data: '{}' });
        const still = setInterval(() => void stream.writeSSE({ event: 'still', data: '{}' }), STILL_HERE);
        await ended;
        // Nothing may outlive the line: a timer that waits would hold up a stop.
        clearInterval(still);
        stop();
      }) as never,
  );
}
