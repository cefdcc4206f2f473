import { setTimeout as pause } from 'node:timers/promises';
import { nameOwner } from '#actions/handoff/own.js';
import { declineIntro } from '#actions/intro/decline.js';
import { takeIntro } from '#actions/intro/take.js';
import { type Order, perform, type Room } from '#actions/perform.js';
import { changeColleague } from '#actions/settings/colleague.js';
import { addDomain, nameCompany, removeDomain } from '#actions/settings/company.js';
import { addPartner } from '#actions/settings/partner.js';
import { undo } from '#actions/undo.js';
import { openClient } from '#database/pool.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';
import type { Answer } from '#record/operation.js';
import type { FreshDatabase } from '../setup/database.js';
import type { Intent, Outcome } from './model.js';
import { arrive, foundNorthbeam, knownNow, wordsOf } from './northbeam.js';
import { testRoom } from './room.js';

export type Sent = { readonly intent: Intent; readonly operation: string };

/** Two servers on one database, each with a memory of its own, who carry out what people wish. */
export class TwoServers {
  readonly rooms: readonly [Room, Room];
  readonly deals: readonly Id<'deal'>[];
  readonly #words: ReadonlyMap<Id<'deal'>, Awaited<ReturnType<typeof wordsOf>>>;
  readonly #database: FreshDatabase;
  readonly #answers = new Map<string, { intent: Intent; answer: Answer }>();
  #sent = 0;

  private constructor(
    database: FreshDatabase,
    rooms: readonly [Room, Room],
    words: ReadonlyMap<Id<'deal'>, Awaited<ReturnType<typeof wordsOf>>>,
  ) {
    this.#database = database;
    this.rooms = rooms;
    this.#words = words;
    this.deals = [...words.keys()];
  }

  /** A workspace of its own with two deals that wait. */
  static async open(database: FreshDatabase, workspace: string): Promise<TwoServers> {
    const here = testRoom(database, undefined, { workspace, server: 'a' }).room;
    const there = testRoom(database, undefined, { workspace, server: 'b' }).room;
    await foundNorthbeam(here);
    const words = new Map<Id<'deal'>, Awaited<ReturnType<typeof wordsOf>>>();
    for (const place of [1, 2]) {
      const body = `Dana, meet Joanna of Halden, because their contract ends in May. Site ${place}.`;
      const arrival = await arrive(here, { id: `intro-${place}@kestrel.example`, body });
      const deal = (await knownNow(here, [arrival])).arrival(arrival).deal;
      must(deal, 'an intro opens a deal');
      words.set(deal, await wordsOf(here, deal));
    }
    return new TwoServers(database, [here, there], words);
  }

  freshOperation(): string {
    this.#sent += 1;
    return `op-${this.#sent}`;
  }

  answerTo(operation: string): { readonly intent: Intent; readonly answer: Answer } {
    const found = this.#answers.get(operation);
    must(found, `${operation} was answered`);
    return found;
  }

  /** Sends a wish to one of the two; throws what the database throws. */
  async send(server: number, { intent, operation }: Sent): Promise<Answer | Refusal> {
    const room = this.rooms[server % 2] ?? this.rooms[0];
    const done = await this.#perform(room, intent, operation);
    if (!isRefusal(done) && !this.#answers.has(operation))
      this.#answers.set(operation, { intent, answer: done });
    return done;
  }

  /** Sends wishes at once, to the two in turn, `first` being the one that gets the first. Where the database went away it is asked again, under the same ids. */
  async sendTogether(
    sent: readonly Sent[],
    first: number,
    killing: boolean,
  ): Promise<readonly (Answer | Refusal)[]> {
    const flights = sent.map((each, place) => this.#insist(first + place, each));
    if (killing) await this.killBackends();
    return Promise.all(flights);
  }

  /** Ends every connection of the two to the database, whatever it is doing. */
  async killBackends(): Promise<void> {
    const client = await openClient(this.#database.url, 'baton test');
    try {
      const app = await client.query<{ role: string }>(
        `select distinct usename as role from pg_stat_activity
          where datname = current_database() and application_name = 'baton app'`,
      );
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = any($1)`,
        [app.rows.map((row) => row.role)],
      );
      // The pools are told within a moment; until then they would hand out what is dead.
      await pause(20);
    } finally {
      await client.end();
    }
  }

  async #insist(server: number, sent: Sent): Promise<Answer | Refusal> {
    for (let patience = 5; ; patience -= 1) {
      try {
        return await this.send(server, sent);
      } catch (error) {
        if (patience === 0) throw error;
        await pause(10);
      }
    }
  }

  #perform(room: Room, intent: Intent, operation: string): Promise<Answer | Refusal> {
    const carry = <Asked>(action: Order<Asked>['action'], asked: Asked) =>
      perform(room, { action, asked, actor: intent.by, operation, body: intent });
    switch (intent.wish) {
      case 'company':
        return carry(nameCompany, { company: intent.company });
      case 'domain':
        return carry(addDomain, { domain: intent.domain });
      case 'no-domain':
        return carry(removeDomain, { domain: intent.domain });
      case 'partner':
        return carry(addPartner, { name: intent.name, domains: [], people: [] });
      case 'leave':
        return carry(changeColleague, { person: intent.person, active: false });
      case 'return':
        return carry(changeColleague, { person: intent.person, active: true });
      case 'own':
        return carry(nameOwner, { deal: intent.deal, owner: intent.owner });
      case 'decline':
        return carry(declineIntro, { deal: intent.deal, why: 'No.' });
      case 'take': {
        const words = this.#words.get(intent.deal);
        must(words, 'the intro was read');
        return carry(takeIntro, { deal: intent.deal, by: intent.by, words });
      }
      case 'undo':
        return carry(undo, { done: this.answerTo(intent.done).answer });
    }
  }
}

/** What an answer came to, in the model's words. */
export function outcomeOf(done: Answer | Refusal): Outcome {
  if (isRefusal(done)) return { refused: done.refused };
  return { entries: Object.fromEntries(done.entries.map((each) => [each.subject, each.numbers.length])) };
}
