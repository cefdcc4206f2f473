import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { correctAnswer, type ToCorrect } from '#actions/intro/correct.js';
import type { CorrectAnswer } from '#contract/deal.js';
import { readWorkspace, type Transaction } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { fetchText } from '#record/arrivals/fetch.js';
import { badKey, carryOut, operationOf } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import { whoIn } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { answerRefusal } from '#server/problems.js';
import { Known } from '#views/known.js';
import { keepNote } from '#worker/note.js';

/**
 * Corrects one answer. Words that were picked must stand in the mail; a note that was typed is kept first, as
 * an arrival of its own, and then quoted like any other.
 */
export async function correct(
  c: Context<Environment>,
  desk: Desk,
  deal: Id<'deal'>,
  said: z.output<typeof CorrectAnswer>,
) {
  const { question, about, answer } = said;
  const order = (
    asked: ToCorrect['answer'] | ((tx: Transaction) => Promise<ToCorrect['answer'] | Refusal>),
  ) => ({
    action: correctAnswer,
    asked: async (tx: Transaction) => {
      const found = typeof asked === 'function' ? await asked(tx) : asked;
      return isRefusal(found) ? found : { deal, question, about, answer: found };
    },
    body: { deal, said },
  });
  if (answer.by === 'missing') return carryOut(c, desk, order(null));
  if (answer.by === 'words')
    return carryOut(
      c,
      desk,
      order((tx) => pickedWords(desk, tx, deal, answer)),
    );
  const operation = operationOf(c, desk);
  if (operation === null) return badKey(c);
  const exists = await readWorkspace(
    desk.room.pool,
    desk.room.workspace,
    async (tx) => (await openedOf(desk, tx, deal)) !== null,
  );
  if (!exists) return answerRefusal(c, refuse('deal.unknown', 'There is no such deal.'));
  const note = await keepNote(desk.room, deal, answer.note, {
    actor: whoIn(c).actor,
    operation: `${operation} note`,
  });
  if (isRefusal(note)) return answerRefusal(c, note);
  const evidence = {
    arrival: note.arrival,
    part: note.part,
    start: 0,
    end: answer.note.length,
    quote: answer.note,
  };
  return carryOut(c, desk, order({ evidence, text: answer.note }));
}

async function pickedWords(
  desk: Desk,
  tx: Transaction,
  deal: Id<'deal'>,
  answer: { start: number; end: number; quote: string },
): Promise<ToCorrect['answer'] | Refusal> {
  const notebook = await openedOf(desk, tx, deal);
  const arrival = notebook?.opened?.arrival;
  const part = notebook?.reading?.part;
  if (arrival === undefined || part === undefined) return refuse('deal.unknown', 'There is no such deal.');
  const text = await fetchText(tx, desk.room.workspace, desk.room.wrap, arrival, part);
  const { start, end, quote } = answer;
  return { evidence: { arrival, part, start, end, quote }, text: text ?? '' };
}

async function openedOf(desk: Desk, tx: Transaction, deal: Id<'deal'>) {
  const { memory, workspace } = desk.room;
  const { notebook } = new Known(await memory.fresh(tx, workspace, [deal, notebookOf(deal)])).deal(deal);
  return notebook.opened === null ? null : notebook;
}
