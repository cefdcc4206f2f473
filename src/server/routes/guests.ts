import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answerRole } from '#actions/guest/answer-role.js';
import { endGuestLink, makeGuestLink } from '#actions/guest/link.js';
import { perform } from '#actions/perform.js';
import { GuestLinkMade, MakeGuestLink } from '#contract/guest.js';
import { readWorkspace } from '#database/workspace.js';
import { type Id, isId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { endedHtml, guestHtml, saidHtml } from '#outputs/guest/page.js';
import { answers, json } from '#server/answers.js';
import { badKey, operationOf } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { guestPage, openLink } from '#views/guest/guest.js';
import { Known } from '#views/known.js';
import { weekOf } from '#views/workspace/state.js';

const WithToken = z.object({ token: z.string().max(100) });
const Page = { 200: { description: 'A page', content: { 'text/html': { schema: z.string() } } } };
// The page has no script and fetches nothing; its address must not travel to where a link in it leads.
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
};

/** The partner's own page, by a signed link: no login, no script. Opening it changes nothing. */
export function openGuests(doors: Doors, desk: Desk): void {
  openMaking(doors, desk);
  doors.open(
    'everyone',
    {
      method: 'get',
      path: '/g/{token}',
      summary: 'A guest’s page.',
      request: { params: WithToken },
      responses: Page,
    },
    async (c) => {
      const { token } = c.req.valid('param');
      const seen = await pageFor(desk, token);
      return shown(
        c,
        seen === null ? endedHtml() : guestHtml(seen.page, `/g/${token}`),
        seen === null ? 404 : 200,
      );
    },
  );
  act(doors, desk, 'role/taken', async ({ deal, email }) => ({
    action: answerRole,
    asked: { deal, email, answer: 'taken' },
  }));
  act(doors, desk, 'role/declined', async ({ deal, email }) => ({
    action: answerRole,
    asked: { deal, email, answer: 'declined' },
  }));
  act(doors, desk, 'not-me', async ({ deal, link }) => ({
    action: endGuestLink,
    asked: { deal, link, why: 'not-me' },
  }));
}

type Guest = { readonly deal: Id<'deal'>; readonly link: Id<'link'>; readonly email: string };

function act(
  doors: Doors,
  desk: Desk,
  name: string,
  // The actions ask for different things; each is paired with what it asks for right here.
  order: (guest: Guest) => Promise<{ readonly action: unknown; readonly asked: unknown }>,
): void {
  doors.open(
    'everyone',
    {
      method: 'post',
      path: `/g/{token}/${name}`,
      summary: 'A guest’s button.',
      request: { params: WithToken },
      responses: Page,
    },
    async (c) => {
      const { token } = c.req.valid('param');
      const seen = await pageFor(desk, token);
      if (seen === null) return shown(c, endedHtml(), 404);
      const wanted = (await order(seen.guest)) as Pick<Parameters<typeof perform>[1], 'action' | 'asked'>;
      const operation = desk.room.mint('operation');
      const done = await perform(desk.room, { ...wanted, actor: seen.guest.link, operation });
      const said = isRefusal(done) ? done.because : done.said;
      return shown(c, saidHtml(said, name === 'not-me' ? null : `/g/${token}`), 200);
    },
  );
}

async function pageFor(desk: Desk, token: string) {
  const found = await desk.access.findGuestLink(token);
  const { room } = desk;
  if (found === null || found.workspace !== room.workspace) return null;
  const { deal, link } = found;
  const known = await readWorkspace(
    room.pool,
    room.workspace,
    async (tx) =>
      new Known(await room.memory.fresh(tx, room.workspace, ['workspace', deal, notebookOf(deal)])),
  );
  const { record } = known.deal(deal);
  const now = room.now();
  const page = guestPage(
    { zone: weekOf(known.workspace, null).zone, now },
    record,
    known.chain(deal).happened,
    link,
  );
  const mine = openLink(record, link, now);
  return page === null || mine === null ? null : { page, guest: { deal, link, email: mine.email } };
}

function shown(c: Context<Environment>, page: unknown, status: 200 | 404) {
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  return c.html(page as string, status) as never;
}

function openMaking(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/deals/{id}/links',
      summary: 'A link of their own for a person of the partner. An older one of theirs ends.',
      request: { params: z.object({ id: z.string() }), ...json(MakeGuestLink) },
      responses: answers(GuestLinkMade, 'The link, to copy'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('deal', id)) return nothing(c) as never;
      const { email } = c.req.valid('json');
      const { room } = desk;
      const operation = operationOf(c, desk);
      if (operation === null) return badKey(c) as never;
      const done = await perform(room, {
        action: makeGuestLink,
        asked: { deal: id, email },
        actor: whoIn(c).actor,
        operation,
      });
      if (isRefusal(done)) return answerRefusal(c, done) as never;
      const known = await readWorkspace(
        room.pool,
        room.workspace,
        async (tx) => new Known(await room.memory.fresh(tx, room.workspace, [id, notebookOf(id)])),
      );
      const made = known
        .deal(id)
        .record.links.filter((each) => each.email.toLowerCase() === email.toLowerCase())
        .at(-1);
      if (made === undefined) return nothing(c) as never;
      const url = await desk.access.keepGuestLink({ link: made.link, workspace: room.workspace, deal: id });
      return c.json({ said: done.said, url, endsAt: made.endsAt }, 200);
    },
  );
}
