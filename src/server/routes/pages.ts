import { z } from '@hono/zod-openapi';
import { ArrivalPage, Intake } from '#contract/arrival.js';
import { DealPage, Deals, HandoffPage } from '#contract/deal.js';
import { Today } from '#contract/today.js';
import { isId } from '#domain/id.js';
import { notebookOf } from '#domain/subject.js';
import { lastSignedAt } from '#record/checkpoint.js';
import { answers } from '#server/answers.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import { countsOf, look } from '#server/look.js';
import { nothing } from '#server/problems.js';
import { textsOf } from '#server/texts.js';
import { findArrivals } from '#views/arrival/find.store.js';
import { arrivalSummary } from '#views/arrival/save.store.js';
import { showRow } from '#views/deal/baton.js';
import { findDeals, findLiveDeals } from '#views/deal/find.store.js';
import { dealPage } from '#views/deal/page.js';
import { summaryOf } from '#views/deal/summary.js';
import { handoffPage } from '#views/handoff/handoff.js';
import { arrivalPage } from '#views/intake/arrival.js';
import { dealNamed, intakePage } from '#views/intake/intake.js';
import { todayPage } from '#views/today/today.js';

const WithId = z.object({ id: z.string() });

/** Lists: Today, Intake, Deals. */
export function openLists(doors: Doors, desk: Desk): void {
  const { workspace } = desk.room;
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/today',
      summary: 'Who has which baton, ranked by risk of silence.',
      request: { query: z.object({ who: z.enum(['mine', 'everyone']).default('mine') }) },
      responses: answers(Today, 'Today'),
    },
    async (c) => {
      const { who } = c.req.valid('query');
      const page = await look(c, desk, [], async (looking) => {
        const { counts, arrivals } = await countsOf(desk, looking);
        return todayPage(looking.viewing, who, {
          deals: await findLiveDeals(looking.tx, workspace),
          counts,
          arrivals: arrivals.all,
          address: desk.place.introAddresses[0] ?? 'intro@localhost',
          listening: desk.place.listening,
          outgoing:
            desk.place.environmentServer !== null || looking.viewing.workspace.outgoing.server !== null,
        });
      });
      return c.json(page, 200);
    },
  );
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/intake',
      summary: 'Everything that came, and what it was taken for.',
      responses: answers(Intake, 'Intake'),
    },
    async (c) => {
      const page = await look(c, desk, [], async (looking) => {
        const { arrivals: counts } = await countsOf(desk, looking);
        return intakePage(looking.viewing, {
          arrivals: await findArrivals(looking.tx, workspace),
          deals: await findDeals(looking.tx, workspace),
          counts: { needsYou: counts.needsYou, taken: counts.taken, notTaken: counts.notTaken },
          address: desk.place.introAddresses[0] ?? null,
        });
      });
      return c.json(page, 200);
    },
  );
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/deals',
      summary: 'Every deal, the newest first.',
      responses: answers(Deals, 'Deals'),
    },
    async (c) => {
      const page = await look(c, desk, [], async ({ tx, viewing }) => {
        const deals = await findDeals(tx, workspace);
        const live = deals.filter((each) => each.life === 'arrived' || each.life === 'taken').length;
        const lead =
          deals.length === 0 ? 'No deal yet. The first intro makes one.' : `${live} of ${deals.length} live.`;
        return { lead, rows: deals.map((each) => showRow(viewing, each)), now: viewing.now };
      });
      return c.json(page, 200);
    },
  );
}

/** One arrival, one deal. Missing and forbidden look the same. */
export function openPages(doors: Doors, desk: Desk): void {
  openArrivalPage(doors, desk);
  openDealPage(doors, desk);
  openHandoffPage(doors, desk);
}

function openArrivalPage(doors: Doors, desk: Desk): void {
  const { workspace } = desk.room;
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/arrivals/{id}',
      summary: 'One arrival: what it was taken for and why, and how it is kept.',
      request: { params: WithId },
      responses: answers(ArrivalPage, 'The arrival'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('arrival', id)) return nothing(c) as never;
      const page = await look(c, desk, [id], async ({ tx, known, viewing }) => {
        const state = known.arrival(id);
        if (state.received === null) return null;
        const deal =
          state.deal === null
            ? null
            : await desk.room.memory.fresh(tx, workspace, [state.deal, notebookOf(state.deal)]);
        const named =
          deal === null || state.deal === null
            ? null
            : dealNamed(viewing.workspace, summaryOf(known.with(deal).deal(state.deal)));
        const texts = await textsOf(desk, tx, id, state.read?.part ?? null);
        return arrivalPage(viewing, arrivalSummary(id, state), named, texts);
      });
      return page === null ? (nothing(c) as never) : c.json(page, 200);
    },
  );
}

function openDealPage(doors: Doors, desk: Desk): void {
  const { workspace } = desk.room;
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/deals/{id}',
      summary: 'One deal: who has the baton, the lanes, the record as sentences, people by side.',
      request: { params: WithId },
      responses: answers(DealPage, 'The deal'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const page = await look(c, desk, [id, notebookOf(id)], async ({ tx, known, viewing }) => {
        const state = known.deal(id);
        if (state.notebook.opened === null) return null;
        const chains = { record: known.chain(id), notebook: known.chain(notebookOf(id)) };
        return dealPage(viewing, state, chains, await lastSignedAt(tx, workspace, notebookOf(id)));
      });
      return page === null ? (nothing(c) as never) : c.json(page, 200);
    },
  );
}

function openHandoffPage(doors: Doors, desk: Desk): void {
  const { workspace } = desk.room;
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/deals/{id}/handoff',
      summary: 'The handoff: the brief beside the mail that it rests on, and who carries it.',
      request: { params: WithId },
      responses: answers(HandoffPage, 'The handoff'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const page = await look(c, desk, [id, notebookOf(id)], async ({ tx, known, viewing }) => {
        const state = known.deal(id);
        const opened = state.notebook.opened;
        if (opened === null) return null;
        const arrival = known
          .with(await desk.room.memory.fresh(tx, workspace, [opened.arrival]))
          .arrival(opened.arrival);
        const texts = await textsOf(desk, tx, opened.arrival, state.notebook.reading?.part ?? null);
        return handoffPage(viewing, state, arrival, texts ?? { text: '', quotedHistory: '', signature: '' });
      });
      return page === null ? (nothing(c) as never) : c.json(page, 200);
    },
  );
}
