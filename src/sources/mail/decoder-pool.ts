import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DecodedMail } from '#domain/mail.js';
import type { Problem } from '#domain/problem.js';

type Answer = { readonly mail: DecodedMail } | { readonly problem: Problem };
type Job = { readonly bytes: Uint8Array; readonly settle: (answer: Answer) => void };
type Thread = { readonly worker: Worker; job: Job | null; clock: NodeJS.Timeout | null };

const UNREADABLE: Problem = {
  code: 'mail.unreadable',
  because: 'The mail could not be taken apart, so only its headers were read.',
};
const TOO_SLOW: Problem = {
  code: 'mail.too-slow',
  because: 'The mail took too long to take apart, so only its headers were read.',
};
const TOO_HEAVY: Problem = {
  code: 'mail.too-heavy',
  because: 'The mail needed too much memory to take apart, so only its headers were read.',
};

/** Two decoder threads, started when needed and used again. A thread that hangs or dies is replaced. */
export class DecoderPool {
  private readonly threads: Thread[] = [];
  private readonly waiting: Job[] = [];
  private closed = false;

  constructor(
    private readonly size = 2,
    /** Milliseconds that one mail may take once a thread has it. */
    private readonly patience = 15_000,
  ) {}

  decode(bytes: Uint8Array): Promise<Answer> {
    return new Promise((settle) => {
      if (this.closed) return settle({ problem: UNREADABLE });
      this.waiting.push({ bytes, settle });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.settle({ problem: UNREADABLE });
    await Promise.all(
      this.threads.splice(0).map((thread) => {
        this.settle(thread, { problem: UNREADABLE });
        return thread.worker.terminate();
      }),
    );
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    let thread = this.threads.find(({ job }) => job === null);
    if (!thread && this.threads.length < this.size) thread = this.start();
    const job = thread ? this.waiting.shift() : undefined;
    if (!thread || !job) return;
    this.give(thread, job);
  }

  private give(thread: Thread, job: Job): void {
    thread.job = job;
    thread.worker.ref();
    thread.clock = setTimeout(() => this.lose(thread, TOO_SLOW), this.patience);
    thread.worker.postMessage(job.bytes);
  }

  private start(): Thread {
    const thread: Thread = { worker: startWorker(), job: null, clock: null };
    thread.worker.on('message', ({ mail }: { mail: DecodedMail | null }) => {
      this.settle(thread, mail ? { mail } : { problem: UNREADABLE });
      thread.worker.unref();
      this.next();
    });
    thread.worker.on('error', (error: NodeJS.ErrnoException) =>
      this.lose(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_HEAVY : UNREADABLE),
    );
    thread.worker.on('exit', () => this.lose(thread, UNREADABLE));
    this.threads.push(thread);
    return thread;
  }

  private settle(thread: Thread, answer: Answer): void {
    if (thread.clock) clearTimeout(thread.clock);
    thread.clock = null;
    const job = thread.job;
    thread.job = null;
    job?.settle(answer);
  }

  private lose(thread: Thread, problem: Problem): void {
    const place = this.threads.indexOf(thread);
    if (place >= 0) this.threads.splice(place, 1);
    this.settle(thread, { problem });
    void thread.worker.terminate();
    this.next();
  }
}

function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };
  const built = !import.meta.url.endsWith('.ts');
  if (built) return new Worker(new URL('./decoder-thread.js', import.meta.url), { resourceLimits });
  // From source, tsx loads the TypeScript. On Node 20 `--import tsx` does nothing inside a thread and the
  // CommonJS door of tsx looks for its own files in the wrong folder: only its ESM door works there.
  const tsx = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const own = new URL('./decoder-thread.ts', import.meta.url).href;
  const [door, file] = [pathToFileURL(tsx).href, own].map((place) => JSON.stringify(place));
  const load = `import(${door}).then(({ tsImport }) => tsImport(${file}, ${file}))`;
  return new Worker(load, { eval: true, execArgv: ['--conditions=source'], resourceLimits });
}
