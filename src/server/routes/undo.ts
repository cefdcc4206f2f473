import { z } from '@hono/zod-openapi';
import { undo } from '#actions/undo.js';
import { Done } from '#contract/words.js';
import { refuse } from '#domain/refusal.js';
import { findAnswer } from '#record/operation.js';
import { answers } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';

/** Takes an operation back: its entries stay, and are read as not having happened. */
export function openUndo(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/undo/{operation}',
      summary: 'Take an operation back.',
      request: { params: z.object({ operation: z.string().max(400) }) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { operation } = c.req.valid('param');
      const answer = await carryOut(c, desk, {
        action: undo,
        asked: async (tx) => {
          const found = await findAnswer(tx, desk.room.workspace, operation);
          return found === null
            ? refuse('operation.unknown', 'There is nothing to take back.')
            : { done: found.answer };
        },
        body: { operation },
      });
      return answer as never;
    },
  );
}
