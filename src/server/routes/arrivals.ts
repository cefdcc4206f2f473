import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { setAside } from '#actions/arrival/set-aside.js';
import { takeArrival } from '#actions/arrival/take.js';
import { KeptAll, SetAside } from '#contract/arrival.js';
import { Done } from '#contract/words.js';
import { readWorkspace } from '#database/workspace.js';
import { MOST_ARRIVAL_BYTES, type WayIn } from '#domain/arrival.js';
import { isId } from '#domain/id.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { fetchBytes } from '#record/arrivals/fetch.js';
import { answers, json, OTHERWISE } from '#server/answers.js';
import { badKey, carryOut, operationOf } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { look } from '#server/look.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { keepIncoming } from '#worker/keep.js';
import { readOne } from '#worker/read.js';

const WithId = z.object({ id: z.string() });

/** Four such files in one go, and what a form puts round them. */
const MOST_AT_ONCE = 4 * MOST_ARRIVAL_BYTES + 100_000;

const FILES = { type: 'array', items: { type: 'string', format: 'binary' } } as const;

type Given = { readonly name: string; readonly via: WayIn; readonly bytes: Uint8Array };

/** Mail handed in on a page or by a program. The 201 follows the commit. */
export function openArrivals(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/arrivals',
      summary: 'Keep a mail, byte for byte and once. Several files at once as multipart/form-data.',
      request: {
        body: {
          content: {
            'message/rfc822': { schema: z.string() },
            'text/plain': { schema: z.string() },
            'multipart/form-data': { schema: z.object({ file: z.any().openapi(FILES) }) },
          },
        },
      },
      responses: {
        201: { content: { 'application/json': { schema: KeptAll } }, description: 'What was kept' },
        default: OTHERWISE,
      },
    },
    async (c) => {
      const given = await filesOf(c);
      if (isRefusal(given)) return answerRefusal(c, given) as never;
      const operation = operationOf(c, desk);
      if (operation === null) return badKey(c) as never;
      const kept = [];
      for (const [place, file] of given.entries())
        kept.push(...(await keepFile(c, desk, file, `${operation} ${place}`)));
      const only = kept.length === 1 ? kept[0] : undefined;
      if (only?.refusal) return answerRefusal(c, only.refusal) as never;
      return c.json({ kept: kept.map(({ refusal: _refusal, ...each }) => each) }, 201);
    },
    MOST_AT_ONCE,
  );
  openSource(doors, desk);
  openVerdicts(doors, desk);
}

function openSource(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/arrivals/{id}/source',
      summary: 'The bytes exactly as they came.',
      request: { params: WithId },
      responses: {
        200: { content: { 'message/rfc822': { schema: z.string() } }, description: 'The mail' },
        default: OTHERWISE,
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { pool, workspace, wrap } = desk.room;
      const bytes = isId('arrival', id)
        ? await readWorkspace(pool, workspace, (tx) => fetchBytes(tx, workspace, wrap, id))
        : null;
      if (bytes === null) return nothing(c) as never;
      // Never shown in the page's own origin: a mail may hold anything.
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${id}.eml"`,
        'x-content-type-options': 'nosniff',
      }) as never;
    },
  );
}

/** What a person says that an arrival is. */
function openVerdicts(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/arrivals/{id}/take',
      summary: 'It is an intro, whatever the reader made of it.',
      request: { params: WithId },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('arrival', id)) return nothing(c) as never;
      const deal = await dealWith(c, desk, id);
      const answer = await carryOut(c, desk, {
        action: takeArrival,
        asked: { arrival: id, deal },
        body: { id },
      });
      if (answer.status !== 200) return answer as never;
      // Read at once, so that the page can go on to the deal; the errand would do it a moment later anyway.
      const opened = await readOne(desk.room, desk.reader, id);
      const done = (await answer.json()) as Done;
      // Where the errand was faster, it opened the deal.
      return c.json({ ...done, deal: opened ?? (await dealWith(c, desk, id)) }, 200);
    },
  );
  doors.open(
    'member or key',
    {
      method: 'post',
      path: '/api/v1/arrivals/{id}/set-aside',
      summary: 'It is not an intro.',
      request: { params: WithId, ...json(SetAside) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('arrival', id)) return nothing(c) as never;
      const { why } = c.req.valid('json');
      const asked = { arrival: id, deal: await dealWith(c, desk, id), why };
      return (await carryOut(c, desk, { action: setAside, asked, body: { id, why } })) as never;
    },
  );
}

function dealWith(c: Context<Environment>, desk: Desk, id: `arrival_${string}`) {
  return look(c, desk, [id], async ({ known }) => known.arrival(id).deal);
}

async function keepFile(c: Context<Environment>, desk: Desk, file: Given, operation: string) {
  const who = whoIn(c);
  const opened = desk.open({
    bytes: file.bytes,
    via: file.via,
    receivedAt: desk.room.now(),
    envelope: null,
    by: who.person,
    fileName: file.name,
  });
  if (isRefusal(opened))
    return [{ file: file.name, kept: null, because: opened.because, problems: [], refusal: opened }];
  const name = await look(
    c,
    desk,
    [],
    async ({ viewing }) => viewing.workspace.people.find((each) => each.id === who.person)?.name,
  );
  const how = howWords(file.via, name ?? null);
  const kept = [];
  for (const [place, incoming] of opened.entries()) {
    const seen = desk.look(incoming.bytes);
    const done = await keepIncoming(desk.room, incoming, seen, {
      actor: who.actor,
      how,
      operation: `${operation}.${place}`,
    });
    const refusal = isRefusal(done) ? done : null;
    kept.push({
      file: file.name,
      kept: isRefusal(done)
        ? null
        : { arrival: done.arrival, fresh: done.fresh, sha256: done.sha256, bytes: done.bytes },
      because: refusal?.because ?? null,
      problems: (incoming.problems ?? []).map((each) => ({ ...each })),
      refusal,
    });
  }
  return kept;
}

function howWords(via: WayIn, name: string | null): string {
  const by = name ?? 'a key of the API';
  if (via === 'drop') return `Dropped by ${by}`;
  if (via === 'paste') return `Pasted by ${by}`;
  return via === 'terminal' ? `Added at the terminal by ${by}` : `Handed in by ${by}`;
}

async function filesOf(c: Context<Environment>): Promise<readonly Given[] | Refusal> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const via = c.req.header('authorization') ? viaOf(c) : null;
  if (type === 'multipart/form-data') {
    const form = await c.req.formData();
    const files = form.getAll('file').filter((each) => each instanceof File);
    if (files.length === 0)
      return refuse('file.empty', 'No file came with this. Choose one and try again; nothing was lost.');
    if (files.some((each) => each.size > MOST_ARRIVAL_BYTES)) return tooLarge();
    return Promise.all(
      files.map(async (each) => ({
        name: each.name,
        via: via ?? ('drop' as const),
        bytes: new Uint8Array(await each.arrayBuffer()),
      })),
    );
  }
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length > MOST_ARRIVAL_BYTES) return tooLarge();
  const isPaste = type === 'text/plain';
  return [
    { name: isPaste ? 'what was pasted' : 'the mail', via: via ?? (isPaste ? 'paste' : 'drop'), bytes },
  ];
}

// `baton add` says that it is the terminal; any other program is the API.
function viaOf(c: Context<Environment>): WayIn {
  return c.req.header('x-baton-way') === 'terminal' ? 'terminal' : 'api';
}

function tooLarge(): Refusal {
  return refuse('file.too-large', 'This is larger than 25 MB and was not taken. Nothing of it is kept here.');
}
