import { createHash } from 'node:crypto';
import type { Action, Decision, Moment } from '#actions/decision.js';
import { subjectsOf } from '#actions/perform.js';
import { write } from '#actions/write.js';
import type { Id, Mint } from '#domain/id.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';
import type { Subject } from '#domain/subject.js';
import { linked } from '#record/chain.js';
import type { Actor } from '#record/entry.js';
import type { Happening } from '#record/kinds/every.js';
import type { Answer } from '#record/operation.js';
import type { DealState } from '#views/deal/state.js';
import { emptyFold, type Folded, foldOn } from '#views/folded.js';
import { Known } from '#views/known.js';
import { countingMint, DANA, WORKSPACE, WRAP } from './room.js';

/** What an action came to, with what it decided. */
export type Done = Answer & { readonly decision: Decision };

/**
 * Given, when, then without a database: chains in memory that happenings are put on, and actions decided on
 * what was folded from them. It appends as `perform` does, seals, quotes and all.
 */
export class Story {
  now = '2026-03-05T21:44:00.000Z';
  readonly mint: Mint = countingMint();
  readonly #chains = new Map<Subject, Folded>();

  /** Puts happenings on a chain, as if actions had decided them. */
  given(subject: Subject, happenings: readonly Happening[], actor: Actor = DANA): this {
    const before = this.#chains.get(subject) ?? emptyFold(subject);
    const { now } = this;
    const entries = linked({ workspace: WORKSPACE, head: before.head, happenings, actor, now, salt });
    this.#chains.set(subject, foldOn(subject, before, entries));
    return this;
  }

  /** Decides, and where it is not refused appends. */
  when<Asked>(action: Action<Asked>, asked: Asked, actor: Actor = DANA): Done | Refusal {
    const known = this.known(subjectsOf(action.touches(asked)));
    const moment: Moment = { now: this.now, mint: this.mint, actor };
    const decision = action.decide(known, asked, moment);
    if (isRefusal(decision)) return decision;
    const operation = this.mint('operation');
    const pen = { workspace: WORKSPACE, wrap: WRAP, salt };
    const written = write(pen, known, decision, moment, { operation, action: action.name }, () => ({
      text: 'select 1 from w',
      values: [],
    }));
    for (const [subject, folded] of written.folded) this.#chains.set(subject, folded);
    return { ...written.answer, decision };
  }

  /** The same, for what a test takes for granted. */
  did<Asked>(action: Action<Asked>, asked: Asked, actor: Actor = DANA): Done {
    const done = this.when(action, asked, actor);
    if (isRefusal(done)) throw new Error(`${action.name} was refused: ${done.because}`);
    return done;
  }

  known(subjects: readonly Subject[]): Known {
    return new Known(new Map(subjects.map((each) => [each, this.#chains.get(each) ?? emptyFold(each)])));
  }

  get workspace() {
    return this.known(['workspace']).workspace;
  }

  deal(deal: Id<'deal'>): DealState {
    return this.known(subjectsOf({ deals: [deal] })).deal(deal);
  }

  arrival(arrival: Id<'arrival'>) {
    return this.known([arrival]).arrival(arrival);
  }

  /** The kinds of entry on a chain, in order. */
  kinds(subject: Subject): readonly string[] {
    return this.known([subject])
      .chain(subject)
      .happened.map((each) => each.kind);
  }

  /** The newest entry of a kind on a chain, as it was folded. */
  last<K extends Happening['kind']>(subject: Subject, kind: K) {
    const found = this.known([subject])
      .chain(subject)
      .happened.findLast((each) => each.kind === kind);
    return (found?.content ?? null) as Extract<Happening, { kind: K }>['content'] | null;
  }
}

function salt(subject: Subject, number: number): Uint8Array {
  return createHash('sha256').update(`${subject} ${number}`).digest().subarray(0, 16);
}
