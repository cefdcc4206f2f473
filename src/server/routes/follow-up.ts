import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CheckText, DraftShown, FindingsShown } from '#contract/follow-up.js';
import { type Id, isId } from '#domain/id.js';
import { notebookOf } from '#domain/subject.js';
import { followUpFacts } from '#outputs/follow-up/deal-facts.js';
import { answers, json } from '#server/answers.js';
import { coldFactsOf } from '#server/cold-facts.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { look } from '#server/look.js';
import { nothing } from '#server/problems.js';
import { type Drafting, findingsIn, showDraft } from '#server/shown-draft.js';
import { textsOf } from '#server/texts.js';

const WithId = z.object({ id: z.string() });

/** The first follow-up as a draft, and the check of any text before it goes. Neither stores anything. */
export function openFollowUp(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/deals/{id}/follow-up',
      summary:
        'The first follow-up to the buyer, written from the mail: each sentence with what it rests on.',
      request: { params: WithId },
      responses: answers(DraftShown, 'The draft'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const drafting = isId('deal', id) ? await draftingOf(c, desk, id) : null;
      return drafting === null ? (nothing(c) as never) : c.json(showDraft(drafting), 200);
    },
  );
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/follow-up/check',
      summary:
        'Check a text before it goes: questions that the mail answers, a missing next step, what stands in no source.',
      request: { params: WithId, ...json(CheckText) },
      responses: answers(FindingsShown, 'What was found'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const drafting = isId('deal', id) ? await draftingOf(c, desk, id) : null;
      if (drafting === null) return nothing(c) as never;
      return c.json({ findings: findingsIn(c.req.valid('json').text, drafting) }, 200);
    },
  );
}

async function draftingOf(c: Context<Environment>, desk: Desk, id: Id<'deal'>): Promise<Drafting | null> {
  const canSend = (await desk.outgoing()) !== null;
  return look(c, desk, [id, notebookOf(id)], async ({ tx, known, viewing }) => {
    const state = known.deal(id);
    const { opened, reading } = state.notebook;
    if (opened === null || reading === null) return null;
    const { memory, workspace } = desk.room;
    const arrival = known.with(await memory.fresh(tx, workspace, [opened.arrival])).arrival(opened.arrival);
    const texts = await textsOf(desk, tx, opened.arrival, reading.part);
    if (texts === null) return null;
    const mail = {
      text: texts.text,
      subject: arrival.read?.subject ?? arrival.received?.subject ?? '',
      to: arrival.read?.to ?? [],
      cc: arrival.read?.cc ?? [],
    };
    const facts = followUpFacts(viewing, state, mail);
    if (facts === null) return null;
    return { viewing, state, facts, cold: coldFactsOf(facts, viewing.workspace, texts), canSend };
  });
}
