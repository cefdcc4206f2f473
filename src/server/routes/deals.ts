import { z } from '@hono/zod-openapi';
import { answerClock } from '#actions/clock/answer.js';
import { nameBackup, nameOwner } from '#actions/handoff/own.js';
import { offerRole } from '#actions/handoff/role.js';
import { correctSide } from '#actions/intro/correct.js';
import { declineIntro } from '#actions/intro/decline.js';
import { takeIntro } from '#actions/intro/take.js';
import {
  AnswerClock,
  CorrectAnswer,
  CorrectSide,
  Decline,
  NameBackup,
  NameOwner,
  OfferRole,
} from '#contract/deal.js';
import { Done } from '#contract/words.js';
import type { readWorkspace } from '#database/workspace.js';
import { type Id, isId } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { fetchText } from '#record/arrivals/fetch.js';
import { act } from '#server/act.js';
import { answers, json } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import { correct } from '#server/correct.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { Known } from '#views/known.js';

const WithId = z.object({ id: z.string() });

/** What may be done with a deal. Each takes an Idempotency-Key and can be undone for a moment. */
export function openDeals(doors: Doors, desk: Desk): void {
  openTake(doors, desk);
  act(
    doors,
    desk,
    'decline',
    'Decline an intro, with a reason that stays here.',
    Decline,
    declineIntro,
    (deal, said) => ({ deal, ...said }),
  );
  act(doors, desk, 'owner', 'Name the owner, or nobody.', NameOwner, nameOwner, (deal, said) => ({
    deal,
    owner: said.owner as Id<'person'> | null,
    backup: said.backup as Id<'person'> | null | undefined,
  }));
  act(doors, desk, 'backup', 'Name the backup.', NameBackup, nameBackup, (deal, said) => ({
    deal,
    backup: said.backup as Id<'person'> | null,
  }));
  act(doors, desk, 'role', 'Offer a person of the partner a role.', OfferRole, offerRole, (deal, said) => ({
    deal,
    ...said,
  }));
  act(
    doors,
    desk,
    'side',
    'Put a person on a side; the mail is read again.',
    CorrectSide,
    correctSide,
    (deal, said) => ({ deal, ...said }),
  );
  act(
    doors,
    desk,
    'clock',
    'An old intro: start the clock, or already handled.',
    AnswerClock,
    answerClock,
    (deal, said) => ({ deal, ...said }),
  );
  openCorrect(doors, desk);
}

function openTake(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/take',
      summary: 'Take an intro: from here on the partner shares its record.',
      request: { params: WithId },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const by = whoIn(c).person;
      if (by === null) {
        const because =
          'A key that belongs to nobody cannot take an intro: somebody has to. Sign in, or use a key of your own.';
        return answerRefusal(c, refuse('handoff.nobody', because)) as never;
      }
      const asked = async (tx: Parameters<Parameters<typeof readWorkspace>[2]>[0]) => {
        const { memory, workspace, wrap } = desk.room;
        const notebook = new Known(await memory.fresh(tx, workspace, [id, notebookOf(id)])).deal(id).notebook;
        const arrival = notebook.opened?.arrival;
        const part = notebook.reading?.part;
        if (arrival === undefined || part === undefined)
          return refuse('deal.unknown', 'There is no such deal.');
        const text = await fetchText(tx, workspace, wrap, arrival, part);
        if (text === null)
          return refuse('arrival.unread', 'The mail was not read yet. Try again in a moment.');
        return { deal: id, by, words: { arrival, part, text } };
      };
      return (await carryOut(c, desk, { action: takeIntro, asked, body: { id } })) as never;
    },
  );
}

function openCorrect(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/correct',
      summary: 'Correct one answer of the brief: other words of the mail, a note, or that it is not there.',
      request: { params: WithId, ...json(CorrectAnswer) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      return (await correct(c, desk, id, c.req.valid('json'))) as never;
    },
  );
}
