import type { Context } from 'hono';
import type { Order } from '#actions/perform.js';
import { perform } from '#actions/perform.js';
import type { Done } from '#contract/words.js';
import { isRefusal } from '#domain/refusal.js';
import type { Answer } from '#record/operation.js';
import type { Desk } from '#server/desk.js';
import { whoIn } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { answerRefusal, badInput } from '#server/problems.js';

// What the screen offers: undo for ten seconds (ui.md). The action itself allows a little more.
const UNDO_SHOWN = 10_000;

/** The caller's operation id, or a fresh one: with it the same request, sent again, is done once. */
export function operationOf(c: Context<Environment>, desk: Desk): string | null {
  const given = c.req.header('idempotency-key');
  if (given === undefined) return desk.room.mint('operation');
  return /^[\x21-\x7e]{8,200}$/.test(given) ? `${whoIn(c).actor}.${given}` : null;
}

/** Carries an action out in the name of whoever asks, and answers what was done, or the refusal. */
export async function carryOut<Asked>(
  c: Context<Environment>,
  desk: Desk,
  order: Pick<Order<Asked>, 'action' | 'asked' | 'body'>,
) {
  const operation = operationOf(c, desk);
  if (operation === null) return badKey(c);
  const done = await perform(desk.room, { ...order, actor: whoIn(c).actor, operation });
  return isRefusal(done) ? answerRefusal(c, done) : c.json(shown(done), 200);
}

/** The answer to an Idempotency-Key that is none. */
export function badKey(c: Context<Environment>) {
  const because = 'An Idempotency-Key is 8 to 200 visible characters, made anew for each thing you ask for.';
  return badInput(c, because, 'Idempotency-Key');
}

function shown(done: Answer): Done {
  return {
    operation: done.operation,
    said: done.said,
    undoUntil: done.undoable ? new Date(Date.parse(done.at) + UNDO_SHOWN).toISOString() : null,
    deal: done.deal,
    arrival: done.arrival,
  };
}
