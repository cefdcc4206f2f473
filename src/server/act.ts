import { z } from '@hono/zod-openapi';
import type { Action } from '#actions/decision.js';
import { Done } from '#contract/words.js';
import { type Id, isId } from '#domain/id.js';
import { answers, json } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import { nothing } from '#server/problems.js';

const WithId = z.object({ id: z.string() });

/** Opens one action on a deal as a route of its own. */
export function act<S extends z.ZodType, Asked>(
  doors: Doors,
  desk: Desk,
  name: string,
  summary: string,
  schema: S,
  action: Action<Asked>,
  asked: (deal: Id<'deal'>, said: z.output<S>) => Asked,
): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: `/api/v1/deals/{id}/${name}`,
      summary,
      request: { params: WithId, ...json(schema as z.ZodType) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const said = c.req.valid('json') as z.output<S>;
      return (await carryOut(c, desk, { action, asked: asked(id, said), body: { id, said } })) as never;
    },
  );
}
