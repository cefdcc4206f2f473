import { z } from '@hono/zod-openapi';
import { letFollowUpGo } from '#actions/follow-up/let-go.js';
import { holdLetter } from '#actions/letter/hold.js';
import { settleLetter } from '#actions/letter/settle.js';
import { OutboxPage, SendFollowUp, SettleLetter } from '#contract/letter.js';
import { Done } from '#contract/words.js';
import { waitingErrands } from '#database/errand.js';
import { type Id, isId } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { answers, json } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import { look } from '#server/look.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { findDealsWithLetters } from '#views/deal/find.store.js';
import { Known } from '#views/known.js';
import { outboxPage } from '#views/outbox/outbox.js';

const WithId = z.object({ id: z.string() });
const WithLetter = z.object({ id: z.string(), letter: z.string() });

/** Mails of ours: letting one out, what became of it, and what nobody could know from here. */
export function openLetters(doors: Doors, desk: Desk): void {
  openOutbox(doors, desk);
  openSend(doors, desk);
  openHold(doors, desk);
  openSettle(doors, desk);
}

function openOutbox(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/outbox',
      summary: 'What went, what waits, what failed and why, what is unknown, and whose key let it go.',
      responses: answers(OutboxPage, 'The outbox'),
    },
    async (c) => {
      const page = await look(c, desk, [], async ({ tx, viewing }) =>
        outboxPage(viewing, await findDealsWithLetters(tx, desk.room.workspace)),
      );
      return c.json(page, 200);
    },
  );
}

// Only a signed-in person lets something out to a buyer: a key of the API is nobody's hand.
function openSend(doors: Doors, desk: Desk): void {
  doors.open(
    'member in person',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/follow-up/send',
      summary:
        'Let a follow-up out to the buyer, on this exact text, from your own address. It goes in ten seconds.',
      request: { params: WithId, ...json(SendFollowUp) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const said = c.req.valid('json');
      const by = whoIn(c).person;
      if (by === null)
        return answerRefusal(c, refuse('follow-up.nobody', 'Somebody has to let it out.')) as never;
      const { memory, workspace } = desk.room;
      const canSend = (await desk.outgoing()) !== null;
      const asked = async (tx: Parameters<typeof memory.fresh>[0]) => {
        const notebook = new Known(await memory.fresh(tx, workspace, [id, notebookOf(id)])).deal(id).notebook;
        const arrival = notebook.opened?.arrival;
        const intro =
          arrival === undefined
            ? null
            : new Known(await memory.fresh(tx, workspace, [arrival])).arrival(arrival);
        // The inner mail of a forward is in nobody's thread under its outer name.
        const isForward = intro?.read?.forwardedBy != null;
        const inReplyTo = isForward ? null : angled(intro?.received?.messageId ?? null);
        return {
          deal: id as Id<'deal'>,
          by,
          ...said,
          rests: [],
          inReplyTo,
          references: inReplyTo === null ? [] : [inReplyTo],
          canSend,
        };
      };
      return (await carryOut(c, desk, { action: letFollowUpGo, asked, body: { id, said } })) as never;
    },
  );
}

function angled(messageId: string | null): string | null {
  return messageId === null || messageId.startsWith('<') ? messageId : `<${messageId}>`;
}

function openHold(doors: Doors, desk: Desk): void {
  doors.open(
    'member in person',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/letters/{letter}/hold',
      summary: 'Hold a mail that is not out yet. Its text is kept.',
      request: { params: WithLetter },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id, letter } = c.req.valid('param');
      if (!isId('deal', id) || !isId('letter', letter)) return nothing(c) as never;
      const asked = async (tx: Parameters<typeof desk.room.memory.fresh>[0]) => ({
        deal: id,
        letter,
        errands: await waitingErrands(tx, desk.room.workspace, letter),
      });
      return (await carryOut(c, desk, { action: holdLetter, asked, body: { id, letter } })) as never;
    },
  );
}

function openSettle(doors: Doors, desk: Desk): void {
  doors.open(
    'member in person',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/letters/{letter}/settle',
      summary: 'Say whether a mail arrived whose outcome is unknown.',
      request: { params: WithLetter, ...json(SettleLetter) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id, letter } = c.req.valid('param');
      if (!isId('deal', id) || !isId('letter', letter)) return nothing(c) as never;
      const { arrived } = c.req.valid('json');
      const by = whoIn(c).person;
      if (by === null) return answerRefusal(c, refuse('letter.nobody', 'Somebody has to say it.')) as never;
      const asked = { deal: id, letter, arrived, by };
      return (await carryOut(c, desk, {
        action: settleLetter,
        asked,
        body: { id, letter, arrived },
      })) as never;
    },
  );
}
