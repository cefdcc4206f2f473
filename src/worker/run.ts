import type { Access } from '#access/access.js';
import type { Room } from '#actions/perform.js';
import { type Errand, finishErrand, readErrand, relayErrands, relayedErrands } from '#database/errand.js';
import type { Log } from '#database/log.js';
import type { Job, Queue, QueuePlan } from '#database/queue.js';
import { inWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import type { Signer } from '#record/note.js';
import { deriveAll } from '#worker/derive.js';
import { mailInvitation } from '#worker/invite.js';
import { forgetOldSecrets } from '#worker/outgoing.js';
import { type Reader, readOne } from '#worker/read.js';
import { callDueClocks, ringDeal } from '#worker/ring.js';
import { type Submitter, sendLetter } from '#worker/send.js';
import { settleAccess } from '#worker/settle.js';
import { signChains } from '#worker/sign.js';

const PLAN = { expireSeconds: 60, retries: 8, retryDelaySeconds: 1, retryDelayMaxSeconds: 300 };

/** The kinds of errand, and how their jobs are carried. */
export const PLANS: readonly QueuePlan[] = ['read', 'settle', 'derive', 'ring', 'send', 'invite'].map(
  (kind) => ({
    kind,
    ...PLAN,
  }),
);

export type Heart = {
  readonly room: Room;
  readonly reader: Reader;
  readonly access: Access;
  readonly queue: Queue;
  readonly signer: Signer;
  readonly submitter: Submitter;
  readonly log: Log;
};

export type Worker = {
  /** Looks for errands now: called after each commit. */
  wake(): void;
  /** Takes no more, finishes what runs, and resolves. */
  stop(): Promise<void>;
};

// Polling stands behind the wake-up: an errand of another server, or one that was due later, waits this long.
const BEAT = 1_000;
// Links end and sessions pile up without anything happening: once an hour is often enough to look.
const SETTLE_EVERY = 3_600_000;

/** Starts the heartbeat: relays errands, works on their jobs, calls due clocks, signs chains. */
export async function startWorker(heart: Heart): Promise<Worker> {
  await heart.queue.work('read', 2, (job) => carry(heart, job));
  await heart.queue.work('send', 2, (job) => carry(heart, job));
  await heart.queue.work('invite', 1, (job) => carry(heart, job));
  await heart.queue.work('ring', 1, (job) => carry(heart, job));
  await heart.queue.work('settle', 1, (job) => carry(heart, job));
  await heart.queue.work('derive', 1, (job) => carry(heart, job));
  let isFirst = true;
  let settledAt = 0;
  const beat = repeat(async () => {
    if (performance.now() - settledAt > SETTLE_EVERY || isFirst) {
      settledAt = performance.now();
      await settleAccess(heart.room, heart.access);
      await heart.access.sweep();
      await forgetOldSecrets(heart.room);
    }
    await callDueClocks(heart.room);
    await relayErrands(heart.room.pool, heart.queue, heart.room.workspace, heart.room.now());
    await signChains(heart.room, heart.signer, isFirst);
    isFirst = false;
  }, heart.log);
  return {
    wake: beat.soon,
    stop: async () => {
      await beat.stop();
      await heart.queue.stop();
      // What was appended last is signed too, so that a quiet stop leaves nothing unsigned.
      await signChains(heart.room, heart.signer, true);
    },
  };
}

/** One job: its errand is read, done and forgotten. Each effect is made once by its own key, so twice is as once. */
async function carry(heart: Heart, job: Job): Promise<void> {
  const { pool, workspace } = heart.room;
  const errand = await readErrand(pool, workspace, job.errand);
  if (errand === null) return;
  const covered = WHOLE.has(errand.kind) ? await relayedErrands(pool, workspace, errand.kind) : [];
  await run(heart, errand);
  await inWorkspace(pool, workspace, async (tx) => {
    for (const id of new Set([errand.id, ...covered])) await finishErrand(tx, workspace, id);
  });
}

// Each of these looks at the whole workspace as it is, so what was due when one begins is done with it. Settings
// are changed several at a time, and every one of them would read all that waits once more.
const WHOLE: ReadonlySet<string> = new Set(['settle', 'derive']);

async function run(heart: Heart, errand: Errand): Promise<void> {
  switch (errand.kind) {
    case 'read':
      await readOne(heart.room, heart.reader, errand.subject as Id<'arrival'>);
      return;
    case 'send': {
      const [letter, deal] = [errand.subject as Id<'letter'>, errand.detail.deal as Id<'deal'>];
      await sendLetter(heart.room, heart.submitter, { letter, deal });
      return;
    }
    case 'invite': {
      const [person, letter] = [errand.subject as Id<'person'>, errand.detail.letter as Id<'letter'>];
      await mailInvitation(heart.room, heart.access, heart.submitter, { person, letter });
      return;
    }
    case 'ring':
      await ringDeal(heart.room, errand.subject as Id<'deal'>);
      return;
    case 'settle':
      await settleAccess(heart.room, heart.access);
      // Whoever looks at the settings sees the invitation that is there now.
      heart.room.committed(['workspace'], 0);
      return;
    case 'derive':
      await deriveAll(heart.room, heart.reader);
      return;
  }
}

// One pass at a time. `soon` while one runs makes another follow at once.
function repeat(pass: () => Promise<void>, log: Log): { soon: () => void; stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isOver = false;
  const go = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    isWanted = false;
    running = pass()
      .catch((error: unknown) =>
        log.warn({ code: codeOf(error) }, 'A heartbeat failed; the next one follows.'),
      )
      .finally(() => {
        running = null;
        if (!isOver) timer = setTimeout(go, isWanted ? 0 : BEAT);
      });
  };
  go();
  return {
    soon: () => {
      if (isOver) return;
      if (running === null) go();
      else isWanted = true;
    },
    stop: async () => {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
}
