import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Log } from '#database/log.js';
import { QUEUE_SCHEMA } from '#database/queue-schema.js';
import { sqlState } from '#database/sql-state.js';
import type { Transaction } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import { must } from '#domain/must.js';

/** How the jobs of one kind of errand are carried. */
export type QueuePlan = {
  readonly kind: string;
  /** A job that takes longer is given up and tried again. */
  readonly expireSeconds: number;
  /** How often a failed job is tried again, first after `retryDelaySeconds`, then after twice that, and so on. */
  readonly retries: number;
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds: number;
};

/** What a worker gets: ids alone, because the queue's tables stand outside row level security. */
export type Job = {
  readonly workspace: string;
  readonly errand: string;
  readonly kind: string;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Aborted when the job has run out of time, or the server stops. */
  readonly signal: AbortSignal;
};

/** Delivers at least once: what a worker does must be made once by a unique key of its own. */
export type Queue = {
  readonly kinds: ReadonlySet<string>;
  /** Makes the jobs of these errands, within the transaction; a second time makes nothing. */
  put(
    tx: Transaction,
    workspace: string,
    errands: readonly { readonly id: string; readonly kind: string }[],
  ): Promise<void>;
  /** Works on jobs of a kind, `width` at a time. A Fault that says `never` or `after-sign-in` is not tried again. */
  work(kind: string, width: number, run: (job: Job) => Promise<void>): Promise<void>;
  /** Looks for jobs of these kinds now, on this server, instead of at the next poll. */
  wake(kinds: Iterable<string>): void;
  /** Tries a job again that was given up. */
  again(workspace: string, errand: { readonly id: string; readonly kind: string }): Promise<void>;
  /** Takes no more jobs, lets the running ones finish for up to `withinMs`, and resolves. */
  stop(withinMs?: number): Promise<void>;
};

type JobData = { workspace: string; errand: string };

// A pass looks for jobs whose server was killed. The default is a minute.
const MONITOR_SECONDS = 5;

// A server says of each of its jobs that it still works on it, twice in this time; one that falls silent loses
// the job to another. Without it an intro that was being read at a crash waits until the job expires. pg-boss
// takes no less than 10.
const SILENCE_SECONDS = 10;

/** Opens the queue as the app's login, whose schema the migration made. */
export async function openQueue(
  app: Pool,
  plans: readonly QueuePlan[],
  log: Log,
  monitorSeconds = MONITOR_SECONDS,
): Promise<Queue> {
  const boss = new PgBoss({
    schema: QUEUE_SCHEMA,
    db: { executeSql: (text, values) => app.query(text, values) },
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
    // These two change the schema or read the server's health, which the app's login may not.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) =>
    log.warn({ sqlState: sqlState(error) }, 'The queue could not reach the database; it tries again.'),
  );
  await boss.start();
  for (const plan of plans) await prepare(boss, plan);
  const workers = new Map<string, string[]>();
  const kinds = new Set(plans.map((plan) => plan.kind));
  return {
    kinds,
    put: (tx, workspace, errands) => put(boss, tx, workspace, errands),
    work: async (kind, width, run) => {
      must(kinds.has(kind), `there is a plan for errands of kind ${kind}`);
      for (let each = 0; each < width; each += 1) {
        const worker = await startWorker(boss, kind, (job) => carry(job, kind, run, log));
        workers.set(kind, [...(workers.get(kind) ?? []), worker]);
      }
    },
    wake: (woken) => {
      for (const kind of woken) for (const worker of workers.get(kind) ?? []) boss.notifyWorker(worker);
    },
    again: async (workspace, errand) => {
      await boss.retry(errand.kind, jobId(workspace, errand.id));
    },
    stop: (withinMs = 20_000) => boss.stop({ graceful: true, timeout: withinMs }),
  };
}

/** The id of an errand's job: made from the errand, so that the same one is never queued twice (RFC 9562, version 8). */
function jobId(workspace: string, errand: string): string {
  const bytes = createHash('sha256').update(`${workspace}/${errand}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function prepare(boss: PgBoss, plan: QueuePlan): Promise<void> {
  const options = {
    expireInSeconds: plan.expireSeconds,
    retryLimit: plan.retries,
    retryDelay: plan.retryDelaySeconds,
    retryDelayMax: plan.retryDelayMaxSeconds,
    retryBackoff: true,
    heartbeatSeconds: SILENCE_SECONDS,
  };
  await boss.createQueue(plan.kind, options);
  // A queue that stands already keeps the plan of an older Baton otherwise.
  await boss.updateQueue(plan.kind, options);
}

async function startWorker(
  boss: PgBoss,
  kind: string,
  settle: (job: JobWithMetadata<JobData>) => Promise<JobResult>,
): Promise<string> {
  const options = {
    batchSize: 1,
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: 2,
  } as const;
  let worker: string | null = null;
  worker = await boss.work<JobData, unknown, typeof options>(kind, options, (jobs) => {
    // Where one job was, there may be more: without this a worker sleeps after each one until its next poll.
    if (worker !== null) boss.notifyWorker(worker);
    return Promise.all(jobs.map(settle));
  });
  return worker;
}

async function put(
  boss: PgBoss,
  tx: Transaction,
  workspace: string,
  errands: readonly { readonly id: string; readonly kind: string }[],
): Promise<void> {
  const within = { db: { executeSql: (text: string, values?: unknown[]) => tx.query(text, values) } };
  for (const kind of new Set(errands.map((errand) => errand.kind))) {
    const jobs = errands
      .filter((errand) => errand.kind === kind)
      .map((errand) => ({ id: jobId(workspace, errand.id), data: { workspace, errand: errand.id } }));
    await boss.insert(kind, jobs, within);
  }
}

async function carry(
  job: JobWithMetadata<JobData>,
  kind: string,
  run: (job: Job) => Promise<void>,
  log: Log,
): Promise<JobResult> {
  const { workspace, errand } = job.data;
  const attempt = job.retryCount + 1;
  try {
    await run({ workspace, errand, kind, attempt, signal: job.signal });
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const fault = error instanceof Fault ? error : null;
    const givenUp = fault?.retry === 'never' || fault?.retry === 'after-sign-in';
    // Codes only: an error's message may quote what people wrote.
    const output = { code: fault?.code ?? 'unexpected', sqlState: sqlState(error) };
    log.error(
      { errand, kind, attempt, ...output },
      givenUp ? 'An errand was given up.' : 'An errand failed; it is tried again.',
    );
    return { id: job.id, status: givenUp ? 'deadletter' : 'failed', output };
  }
}
