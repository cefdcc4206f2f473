import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './dice.js';
import type { Post, Sent } from './post.js';

type Asked = {
  readonly path: string;
  readonly body: unknown;
  readonly mail: Sent | null;
  /** Text that stands in what it writes and nowhere else. */
  readonly mark: string | null;
};

/** A call that changes something, under one Idempotency-Key however often it was sent. */
export type Call = Asked & {
  readonly key: string;
  attempts: number;
  /** The last word: null until there was an answer that is not "try again". */
  answer: { readonly status: number; readonly body: string } | null;
  /** A repeat was answered otherwise than the first time. */
  answeredOtherwise: boolean;
};

type Colleagues = { readonly dana: string; readonly marcus: string };

/** People and programs who use the API: they repeat what got no answer, and now and then what got one. */
export class Desk {
  readonly calls: Call[] = [];
  readonly #url: string;
  readonly #key: string;
  readonly #colleagues: Colleagues;
  readonly #dice: Dice;
  readonly #post: Post;
  #deals: readonly string[] = [];
  #made = 0;

  constructor(url: string, key: string, colleagues: Colleagues, dice: Dice, post: Post) {
    this.#url = url;
    this.#key = key;
    this.#colleagues = colleagues;
    this.#dice = dice;
    this.#post = post;
  }

  get acks(): number {
    return this.calls.filter(isAcknowledged).length;
  }

  async work(storm: AbortSignal, pauseMs: number): Promise<void> {
    while (!storm.aborted) {
      const call: Call = {
        ...this.#next(),
        key: randomUUID(),
        attempts: 0,
        answer: null,
        answeredOtherwise: false,
      };
      this.calls.push(call);
      await this.#settle(call);
      if (this.#dice.chance(0.15)) await this.again(call);
      await pause(this.#dice.between(0, 2 * pauseMs));
    }
  }

  /** Keeps the list of deals that there are to work on. */
  async look(storm: AbortSignal): Promise<void> {
    while (!storm.aborted) {
      const answer = await this.#send('GET', '/api/v1/deals', null, null).catch(() => null);
      if (answer?.status === 200) {
        const { rows } = JSON.parse(answer.body) as { rows: { deal: string }[] };
        this.#deals = rows.map((row) => row.deal);
      }
      await pause(700);
    }
  }

  /** Sends a call again that was answered, and notes whether the answer is the same. */
  async again(call: Call): Promise<void> {
    const first = call.answer;
    await this.#settle(call);
    if (first === null || call.answer === null || !isSuccess(first.status)) return;
    if (call.answer.status !== first.status || meaning(call.answer.body) !== meaning(first.body)) {
      call.answeredOtherwise = true;
    }
    call.answer = first;
  }

  async #settle(call: Call): Promise<void> {
    for (;;) {
      call.attempts += 1;
      if (call.mail !== null) call.mail.attempts += 1;
      const answer = await this.#send('POST', call.path, call.key, call.mail?.bytes ?? call.body).catch(
        () => null,
      );
      if (answer !== null && answer.status < 500 && answer.status !== 429) {
        if (call.mail !== null && call.answer === null && answer.status === 201) call.mail.acks += 1;
        call.answer = answer;
        return;
      }
      await pause(this.#dice.between(20, 150));
    }
  }

  async #send(method: string, path: string, key: string | null, body: unknown) {
    const isMail = Buffer.isBuffer(body);
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#key}`,
        ...(key === null ? {} : { 'idempotency-key': key }),
        ...(body === null ? {} : { 'content-type': isMail ? 'message/rfc822' : 'application/json' }),
      },
      ...(body === null ? {} : { body: isMail ? new Uint8Array(body) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, body: await response.text() };
  }

  #next(): Asked {
    this.#made += 1;
    const mark = `storm mark ${this.#made} of ${this.#key.slice(-6)}`;
    const kind = this.#dice.next();
    if (kind < 0.1 || this.#deals.length === 0) return this.#mail();
    if (kind < 0.13) return this.#setting(mark);
    return this.#deed(`/api/v1/deals/${this.#dice.pick(this.#deals)}`, mark);
  }

  // New, or one that went in by SMTP before or is on its way: both ways at once are one arrival all the same.
  #mail(): Asked {
    const mail =
      this.#dice.chance(0.4) && this.#post.sent.length > 0
        ? this.#dice.pick(this.#post.sent)
        : this.#post.take();
    return { path: '/api/v1/arrivals', body: null, mail, mark: null };
  }

  #setting(mark: string): Asked {
    return { path: '/api/v1/settings/company', body: { company: `Northbeam, ${mark}` }, mail: null, mark };
  }

  #deed(deal: string, mark: string): Asked {
    const { dana, marcus } = this.#colleagues;
    const [one, other] = this.#dice.chance(0.5) ? [dana, marcus] : [marcus, dana];
    const plain = (path: string, body: unknown): Asked => ({
      path: `${deal}/${path}`,
      body,
      mail: null,
      mark: null,
    });
    const note = {
      question: 'whyNow',
      about: null,
      answer: { by: 'note', note: `Learned by phone: ${mark}.` },
    };
    return this.#dice.pick<() => Asked>([
      () => plain('owner', { owner: one, backup: other }),
      () => plain('owner', { owner: null }),
      () => plain('backup', { backup: one }),
      () => plain('take', {}),
      () => plain('correct', { question: 'stakes', about: 'money', answer: { by: 'missing' } }),
      () => ({ ...plain('correct', note), mark }),
      () => plain('side', { email: null, name: 'Joanna Reyes', side: 'buyer' }),
      () => ({ ...plain('decline', { why: `They signed with somebody else, ${mark}.` }), mark }),
    ])();
  }
}

export function isAcknowledged(call: Call): boolean {
  return call.answer !== null && isSuccess(call.answer.status);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** What an answer says, without what may differ when the same mail came once more by another way. */
function meaning(body: string): string {
  const said = JSON.parse(body) as Record<string, unknown>;
  if (!('kept' in said)) return body;
  const kept = said.kept as { kept: { arrival: string; sha256: string } | null }[];
  return JSON.stringify(kept.map((each) => [each.kept?.arrival, each.kept?.sha256]));
}
