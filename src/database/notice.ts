import { randomUUID } from 'node:crypto';
import type { Client, Pool } from 'pg';
import type { Log } from '#database/log.js';
import { sqlState } from '#database/sql-state.js';

/** A chain that grew. Ids only: whoever may enter the database hears every notice, and row level security does not apply. */
type Notice = { readonly workspace: string; readonly subject: string };

/** What a listener is told: the chains that grew, or that it may have missed some and must read again. */
export type Heard = readonly Notice[] | 'missed';

export type Notices = {
  /** Call it after the commit. Notices of the next moments travel together. */
  tell(notice: Notice): void;
  /** Hears what this server and the others tell. Returns the way to stop. */
  hear(listener: (heard: Heard) => void): () => void;
  close(): Promise<void>;
};

export type NoticeOptions = {
  readonly app: Pool;
  /** A connection of its own, not through a pooler. */
  readonly listen: () => Promise<Client>;
  readonly log: Log;
  /** How long notices gather before they are sent, in milliseconds. */
  readonly gatherMs?: number;
  /** How often listeners are told to look for themselves, while the line is open and while it is broken. */
  readonly pollMs?: { readonly listening: number; readonly deaf: number };
};

const CHANNEL = 'baton_notice';

// PostgreSQL refuses a payload of 8,000 bytes.
const PAYLOAD_BYTES = 7_000;

// More than this at once is a bulk import: everybody reads again.
const MANY = 500;

/**
 * Carries word of commits between servers. A NOTIFY takes a lock on the whole database at commit, so it is never
 * part of an append: one goes out for all of the last moments. Notices are a courtesy, and a slow poll stands behind them.
 */
export function openNotices(options: NoticeOptions): Notices {
  return new Exchange(options);
}

type Payload = { readonly from: string; readonly grew: readonly (readonly [string, string])[] | 'many' };

class Exchange implements Notices {
  readonly #options: NoticeOptions;
  readonly #self = randomUUID();
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #waiting = new Map<string, Notice>();
  #gathering: NodeJS.Timeout | null = null;
  #poll: NodeJS.Timeout | null = null;
  #client: Client | null = null;
  #closed = false;
  #sending: Promise<void> = Promise.resolve();
  readonly #connected: Promise<void>;

  constructor(options: NoticeOptions) {
    this.#options = options;
    this.#connected = this.#connect(0);
  }

  tell(notice: Notice): void {
    if (this.#closed) return;
    this.#waiting.set(`${notice.workspace}/${notice.subject}`, notice);
    this.#gathering ??= setTimeout(() => this.#flush(), this.#options.gatherMs ?? 30);
  }

  hear(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#gathering !== null) this.#flush();
    this.#closed = true;
    if (this.#poll !== null) clearTimeout(this.#poll);
    await Promise.allSettled([this.#sending, this.#connected]);
    await this.#client?.end();
  }

  #flush(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#gathering = null;
    const notices = [...this.#waiting.values()];
    this.#waiting.clear();
    if (notices.length === 0) return;
    this.#say(notices);
    const payloads = pack(this.#self, notices);
    // One flight after the other, so that a slow database is not sent ever more.
    this.#sending = this.#sending.then(() => this.#send(payloads));
  }

  async #send(payloads: readonly string[]): Promise<void> {
    try {
      await this.#options.app.query({
        name: 'notify',
        text: `select pg_notify('${CHANNEL}', payload) from unnest($1::text[]) as payload`,
        values: [payloads],
      });
    } catch (error) {
      this.#options.log.warn(
        { sqlState: sqlState(error) },
        'Other servers were not told of a change; they will look for themselves.',
      );
    }
  }

  #say(heard: Heard): void {
    for (const listener of this.#listeners) listener(heard);
  }

  async #connect(attempt: number): Promise<void> {
    if (this.#closed) return;
    let client: Client | null = null;
    try {
      client = await this.#options.listen();
      client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
      client.once('end', () => this.#lost(client));
      await client.query(`listen ${CHANNEL}`);
      this.#client = client;
      // What was told while the line was broken is gone for good.
      if (attempt > 0) this.#say('missed');
    } catch (error) {
      this.#options.log.warn(
        { sqlState: sqlState(error), attempt },
        'The line to other servers is broken; it is tried again.',
      );
      this.#client = null;
      await client?.end().catch(() => undefined);
    }
    this.#schedulePoll(attempt);
  }

  #lost(client: Client | null): void {
    if (client === null || this.#client !== client || this.#closed) return;
    this.#client = null;
    if (this.#poll !== null) clearTimeout(this.#poll);
    void this.#connect(1);
  }

  #schedulePoll(attempt: number): void {
    if (this.#closed) return;
    const { listening, deaf } = this.#options.pollMs ?? { listening: 30_000, deaf: 2_000 };
    const wait = this.#client === null ? deaf : listening;
    this.#poll = setTimeout(() => {
      this.#say('missed');
      if (this.#client === null) void this.#connect(attempt + 1);
      else void this.#prove(this.#client);
    }, wait);
    this.#poll.unref();
  }

  // A line that broke without a word (a cable, a firewall) shows only when something is sent over it.
  async #prove(client: Client): Promise<void> {
    const silence = setTimeout(() => void client.end().catch(() => undefined), 5_000);
    await client.query('select 1').catch(() => undefined);
    clearTimeout(silence);
    if (this.#client === client) this.#schedulePoll(0);
  }

  #receive(text: string): void {
    const payload = parse(text);
    if (payload === null || payload.from === this.#self) return;
    const { grew } = payload;
    this.#say(grew === 'many' ? 'missed' : grew.map(([workspace, subject]) => ({ workspace, subject })));
  }
}

// Any login of this database may send on the channel, so what comes is looked at before it is believed.
function parse(text: string): Payload | null {
  try {
    const found = JSON.parse(text) as Partial<Payload> | null;
    if (typeof found?.from !== 'string' || found.grew === undefined) return null;
    if (found.grew !== 'many' && !(Array.isArray(found.grew) && found.grew.every(isPair))) return null;
    return { from: found.from, grew: found.grew };
  } catch {
    return null;
  }
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

function pack(from: string, notices: readonly Notice[]): readonly string[] {
  if (notices.length > MANY) return [JSON.stringify({ from, grew: 'many' } satisfies Payload)];
  const payloads: string[] = [];
  let grew: [string, string][] = [];
  let bytes = 0;
  for (const { workspace, subject } of notices) {
    const size = Buffer.byteLength(JSON.stringify([workspace, subject])) + 1;
    if (bytes + size > PAYLOAD_BYTES) {
      payloads.push(JSON.stringify({ from, grew } satisfies Payload));
      grew = [];
      bytes = 0;
    }
    grew.push([workspace, subject]);
    bytes += size;
  }
  return [...payloads, JSON.stringify({ from, grew } satisfies Payload)];
}
