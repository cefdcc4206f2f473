import { z } from '@hono/zod-openapi';
import { closeDeal, reopenDeal } from '#actions/deal/close.js';
import { ownWord } from '#actions/first-action/own-word.js';
import { confirmSeen } from '#actions/first-action/seen.js';
import { finishStep, openStep } from '#actions/step/open.js';
import { endOfDay } from '#clocks/step.js';
import { CloseDeal, ConfirmSeen, OpenStep } from '#contract/step.js';
import { Done } from '#contract/words.js';
import { type Id, isId } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { act } from '#server/act.js';
import { answers, json } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { Known } from '#views/known.js';
import { weekOf } from '#views/workspace/state.js';

const WithId = z.object({ id: z.string() });
const Nothing = z.strictObject({}).openapi('Nothing');

/** The next owned step, the first action by word, and the end of a deal. */
export function openSteps(doors: Doors, desk: Desk): void {
  openNext(doors, desk);
  act(doors, desk, 'step/done', 'The open step is done.', Nothing, finishStep, (deal) => ({ deal }));
  act(doors, desk, 'close', 'Won, lost or not pursued, and why.', CloseDeal, closeDeal, (deal, said) => ({
    deal,
    ...said,
  }));
  act(
    doors,
    desk,
    'seen',
    'A colleague’s mail to the buyer that came here is the first action.',
    ConfirmSeen,
    confirmSeen,
    (deal, said) => ({ deal, arrival: said.arrival as Id<'arrival'> }),
  );
  act(doors, desk, 'reopen', 'Open a closed deal again.', Nothing, reopenDeal, (deal) => ({ deal }));
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/wrote',
      summary: 'The first action was made elsewhere: kept as the word of whoever says so.',
      request: { params: WithId },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const by = whoIn(c).person;
      if (by === null) {
        const because =
          'This key belongs to nobody, and somebody has to say that they wrote. Sign in for it.';
        return answerRefusal(c, refuse('first-action.nobody', because)) as never;
      }
      return (await carryOut(c, desk, { action: ownWord, asked: { deal: id, by }, body: { id } })) as never;
    },
  );
}

// A plain day ends when the working day of whoever owes the step does.
function openNext(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/step',
      summary: 'Name the one next step, who owes it and its day. It takes the place of the open one.',
      request: { params: WithId, ...json(OpenStep) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const said = c.req.valid('json');
      const { memory, workspace } = desk.room;
      const order = {
        action: openStep,
        asked: async (tx: Parameters<typeof memory.fresh>[0]) => {
          const state = new Known(await memory.fresh(tx, workspace, ['workspace'])).workspace;
          const owner = said.owner as Parameters<typeof openStep.decide>[1]['owner'];
          const due = said.due.includes('T')
            ? new Date(said.due).toISOString()
            : endOfDay(weekOf(state, owner?.person ?? null), said.due);
          return { deal: id as Id<'deal'>, what: said.what, due, owner };
        },
        body: { id, said },
      };
      return (await carryOut(c, desk, order)) as never;
    },
  );
}
