import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { readConfig } from '#config.js';
import { readWorkspace } from '#database/workspace.js';
import { must } from '#domain/must.js';
import { isRefusal } from '#domain/refusal.js';
import { type Core, openCore } from '#worker/core.js';
import { lookAtCalls } from './call-marks.js';
import type { Call } from './desk.js';
import type { House } from './house.js';
import { lookAtMails } from './mail-marks.js';
import type { Sent } from './post.js';
import { lookAtRecord } from './record-marks.js';

/** Sentences, one for each thing that is not as it should be; and how much was looked at. */
export type Inspection = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
  readonly arrivals: number;
  readonly entries: number;
  readonly deals: number;
  /** Seconds until everything was read after the last kill. */
  readonly settled: number;
};

const SETTLES_WITHIN = 150_000;

/** Looks at what a storm left, through the database, while the server lives. */
export async function inspect(
  house: House,
  mails: readonly Sent[],
  calls: readonly Call[],
): Promise<Inspection> {
  const config = readConfig({ BATON_HOME: house.home });
  must(!isRefusal(config), 'the home is a home');
  const core = await openCore({
    config,
    log: pino({ level: 'silent' }),
    beside: 'join',
    port: house.web,
    mayMake: false,
  });
  try {
    const unsettled = await settle(core);
    const [ofMails, ofCalls] = await readWorkspace(core.room.pool, core.room.workspace, async (tx) => [
      await lookAtMails(tx, core.room.workspace, core.room.wrap, mails),
      await lookAtCalls(tx, core.room.workspace, calls),
    ]);
    const record = await lookAtRecord(core);
    return {
      lost: [...ofMails.lost, ...ofCalls.lost],
      doubled: [...ofMails.doubled, ...ofCalls.doubled],
      broken: [...unsettled.left, ...ofMails.broken, ...ofCalls.broken, ...record.broken],
      arrivals: ofMails.arrivals,
      entries: record.entries,
      deals: record.deals,
      settled: unsettled.seconds,
    };
  } finally {
    await core.close();
  }
}

/** Waits until every errand is done and every arrival read; says what is left when that takes too long. */
async function settle({ room }: Core): Promise<{ left: readonly string[]; seconds: number }> {
  const from = Date.now();
  for (;;) {
    const left = await readWorkspace(room.pool, room.workspace, async (tx) => {
      const errands = await tx.query<{ kind: string; subject: string; relayed: boolean }>(
        'select kind, subject, relayed_at is not null as relayed from baton.errand where workspace = $1',
        [room.workspace],
      );
      const unread = await tx.query<{ arrival: string }>(
        `select arrival from baton.view_arrival where workspace = $1 and box = 'reading'`,
        [room.workspace],
      );
      return [
        ...errands.rows.map(
          (each) => `The errand ${each.kind} of ${each.subject} waits${each.relayed ? ' as a job' : ''}.`,
        ),
        ...unread.rows.map((each) => `${each.arrival} was not read.`),
      ];
    });
    if (left.length === 0 || Date.now() - from > SETTLES_WITHIN) {
      return { left, seconds: (Date.now() - from) / 1000 };
    }
    await pause(250);
  }
}
