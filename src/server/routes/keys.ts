import { z } from '@hono/zod-openapi';
import { perform } from '#actions/perform.js';
import { makeKey, revokeKey } from '#actions/settings/key.js';
import { KeyMade, MakeKey } from '#contract/settings.js';
import { Done } from '#contract/words.js';
import { isId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { answers, json } from '#server/answers.js';
import { badKey, carryOut, operationOf } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import { answerRefusal, nothing } from '#server/problems.js';

/**
 * Keys of the API. The key is in one answer and nowhere else: the same Idempotency-Key again cannot give the
 * same answer, and is refused rather than make a second key. No key makes one: one that leaked must not outlive
 * its being revoked.
 */
export function openKeys(doors: Doors, desk: Desk): void {
  doors.open(
    'admin in person',
    {
      method: 'post',
      path: '/api/v1/settings/keys',
      summary: 'Make a key of the API. It is shown once.',
      request: json(MakeKey),
      responses: answers(KeyMade, 'The key'),
    },
    async (c) => {
      const { name } = c.req.valid('json');
      const { actor, person, role } = whoIn(c);
      const { room, access } = desk;
      const operation = operationOf(c, desk);
      if (operation === null) return badKey(c) as never;
      const made = await access.makeKey({ workspace: room.workspace, person, role, name });
      const asked = { key: made.id, name, person };
      const done = await perform(room, {
        action: makeKey,
        asked,
        actor,
        operation,
        body: asked,
      });
      if (isRefusal(done)) {
        await access.revokeKey(room.workspace, made.id);
        return answerRefusal(c, done) as never;
      }
      return c.json({ id: made.id, key: made.key, said: done.said }, 200);
    },
  );
  doors.open(
    'admin in person',
    {
      method: 'delete',
      path: '/api/v1/settings/keys/{id}',
      summary: 'Revoke a key, at once.',
      request: { params: z.object({ id: z.string() }) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('key', id)) return nothing(c) as never;
      const answer = await carryOut(c, desk, { action: revokeKey, asked: { key: id }, body: { id } });
      if (answer.status === 200) await desk.access.revokeKey(desk.room.workspace, id);
      return answer as never;
    },
  );
}
