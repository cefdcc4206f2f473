import { createHmac } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { perform } from '#actions/perform.js';
import { confirmOutgoing, noteTrial, removeOutgoing, setOutgoing } from '#actions/settings/outgoing.js';
import { serverWords } from '#connections/outgoing/server.js';
import { type Tried, tryOut } from '#connections/outgoing/trial.js';
import { SayArrived, SetOutgoing, TrialLine } from '#contract/outgoing.js';
import { Done } from '#contract/words.js';
import { readWorkspace } from '#database/workspace.js';
import { isRefusal, refuse } from '#domain/refusal.js';
import { trialMail } from '#outputs/outgoing/trial-mail.js';
import { findAnswer } from '#record/operation.js';
import { answers, json, OTHERWISE } from '#server/answers.js';
import { badKey, carryOut, operationOf } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { Known } from '#views/known.js';
import { showStep } from '#views/settings/outgoing.js';
import type { InForce } from '#worker/outgoing.js';

/** The outgoing server, set and tried. Only an admin who signed in: its password is written here, and mail goes out. */
export function openOutgoing(doors: Doors, desk: Desk): void {
  openSet(doors, desk);
  openRemove(doors, desk);
  openTry(doors, desk);
  openArrived(doors, desk);
}

function openSet(doors: Doors, desk: Desk): void {
  doors.open(
    'admin in person',
    {
      method: 'post',
      path: '/api/v1/settings/outgoing',
      summary: 'Set the server that mail goes out through. Its password is kept sealed and never shown.',
      request: json(SetOutgoing),
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { password, ...said } = c.req.valid('json');
      // The hash of the body is kept to tell a repeated call: it must not be one that a password can be guessed from.
      const sealed =
        password === undefined
          ? null
          : createHmac('sha256', desk.room.wrap).update(`body\n${password}`).digest('hex');
      return (await carryOut(c, desk, {
        action: setOutgoing,
        asked: { ...said, password: password ?? null },
        body: { ...said, password: sealed },
      })) as never;
    },
  );
}

function openRemove(doors: Doors, desk: Desk): void {
  doors.open(
    'admin in person',
    {
      method: 'delete',
      path: '/api/v1/settings/outgoing',
      summary: 'Use the environment’s outgoing server again, or none.',
      responses: answers(Done, 'What was done'),
    },
    async (c) => (await carryOut(c, desk, { action: removeOutgoing, asked: {}, body: {} })) as never,
  );
}

function openArrived(doors: Doors, desk: Desk): void {
  doors.open(
    'admin in person',
    {
      method: 'post',
      path: '/api/v1/settings/outgoing/arrived',
      summary: 'Say whether the mail of the last try arrived.',
      request: json(SayArrived),
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { arrived } = c.req.valid('json');
      return (await carryOut(c, desk, {
        action: confirmOutgoing,
        asked: { arrived },
        body: { arrived },
      })) as never;
    },
  );
}

function openTry(doors: Doors, desk: Desk): void {
  let isTrying = false;
  doors.open(
    'admin in person',
    {
      method: 'post',
      path: '/api/v1/settings/outgoing/try',
      summary: 'Try the outgoing server with one short mail to yourself. Each step is a line, as it ends.',
      responses: {
        200: { content: { 'application/x-ndjson': { schema: TrialLine } }, description: 'The steps' },
        default: OTHERWISE,
      },
    },
    async (c) => {
      const operation = operationOf(c, desk);
      if (operation === null) return badKey(c) as never;
      const { actor, person } = whoIn(c);
      const [inForce, to, done] = await Promise.all([
        desk.outgoing(),
        addressOf(desk, person),
        standingAnswer(desk, operation),
      ]);
      if (to === null) return nothing(c) as never;
      if (inForce === null)
        return answerRefusal(c, refuse('outgoing.none', 'There is no outgoing server to try.')) as never;
      if (isTrying)
        return answerRefusal(
          c,
          refuse('outgoing.trying', 'It is being tried. Wait until that ends.'),
        ) as never;
      c.header('content-type', 'application/x-ndjson');
      c.header('x-accel-buffering', 'no');
      isTrying = done === null;
      return stream(c, async (out) => {
        const line = async (said: z.infer<typeof TrialLine>) =>
          void (await out.writeln(JSON.stringify(said)));
        if (done !== null) return line({ said: done.said });
        try {
          const steps = await runTrial(desk, inForce, to, (tried) => void line({ step: showStep(tried) }));
          const content = { server: serverWords(inForce.server), to: to.address, steps: [...steps] };
          const noted = await perform(desk.room, { action: noteTrial, asked: content, actor, operation });
          return line({ said: isRefusal(noted) ? noted.because : noted.said });
        } finally {
          isTrying = false;
        }
      }) as never;
    },
  );
}

async function runTrial(
  desk: Desk,
  { server, from }: InForce,
  to: { readonly name: string | null; readonly address: string },
  tell: (tried: Tried) => void,
): Promise<readonly Tried[]> {
  const { room } = desk;
  const letter = room.mint('letter');
  const bytes = await trialMail({ letter, from, to, server: serverWords(server), date: room.now() });
  return tryOut(server, { from: from.address, to: [to.address], bytes }, tell);
}

function addressOf({ room }: Desk, person: string | null) {
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const { workspace } = new Known(await room.memory.fresh(tx, room.workspace, ['workspace']));
    const found = workspace.people.find((each) => each.id === person);
    return found === undefined ? null : { name: found.name, address: found.email };
  });
}

async function standingAnswer({ room }: Desk, operation: string) {
  const found = await readWorkspace(room.pool, room.workspace, (tx) =>
    findAnswer(tx, room.workspace, operation),
  );
  return found === null ? null : found.answer;
}
