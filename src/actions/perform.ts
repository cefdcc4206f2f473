import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Action, Decision, Touches } from '#actions/decision.js';
import { flightsOf, type Passenger } from '#actions/flight.js';
import { type Written, write } from '#actions/write.js';
import { isConnectionLost, isUniqueViolation, sqlState } from '#database/sql-state.js';
import { inWorkspace, isLost, readWorkspace, type Transaction } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import type { Mint } from '#domain/id.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import { appendStatement } from '#record/append.js';
import type { Salt } from '#record/chain.js';
import type { Actor } from '#record/entry.js';
import { type Answer, answerPart, findAnswer } from '#record/operation.js';
import { canonicalText } from '#record/seal.js';
import { emptyFold, type Folded } from '#views/folded.js';
import { Known } from '#views/known.js';
import type { Memory } from '#views/memory.js';

/** What `perform` stands on: made once by app.ts. */
export type Room = {
  readonly pool: Pool;
  readonly workspace: string;
  /** The workspace's key, which wraps the key of each arrival. */
  readonly wrap: Uint8Array;
  readonly memory: Memory;
  readonly mint: Mint;
  readonly salt: Salt;
  readonly now: () => string;
  /** Told after each commit: wakes the relay and the other servers. Must not throw. */
  readonly committed: (subjects: readonly Subject[], errands: number) => void;
};

export type Order<Asked> = {
  readonly action: Action<Asked>;
  /** Run anew for each attempt: looks up what must be known besides the chains. */
  readonly asked: Asked | ((tx: Transaction) => Promise<Asked | Refusal>);
  readonly actor: Actor;
  /** Made by the caller: the same id gives the same answer, and is done once. */
  readonly operation: string;
  /** What the caller asked for, when it is not all in `asked`: the same id with another body is refused. */
  readonly body?: unknown;
};

// Each try is decided on the state that beat the one before, under the chains' locks from the second on.
const TRIES = 8;

/**
 * The one writer. Loads the chains, decides, and appends entries, saved views and errands in one transaction.
 * Answers what was done, or the refusal; throws a Fault when the database failed.
 */
export async function perform<Asked>(room: Room, order: Order<Asked>): Promise<Answer | Refusal> {
  const bodyHash = hashOf(order);
  let lost: unknown = null;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      const done = await (attempt === 0
        ? tryAtOnce(room, order, bodyHash)
        : tryLocked(room, order, bodyHash));
      if (done !== null) return done;
    } catch (error) {
      const settled = await settle(room, order, bodyHash, error);
      if (settled !== null) return settled;
      lost = isLost(error) ? error : null;
    }
  }
  throw lost === null ? busy() : goneAgain(lost);
}

/** What an operation id stands for: the same id for anything else is refused. */
function hashOf<Asked>({ action, actor, asked, body }: Order<Asked>): Uint8Array {
  const said = body ?? (typeof asked === 'function' ? null : asked);
  return createHash('sha256')
    .update(canonicalText({ action: action.name, actor, body: said }))
    .digest();
}

/**
 * The first try takes no lock: what is kept in memory, one decision, one statement, which others may share. Where
 * that was turned back, perhaps for another's sake, it is tried once more by itself.
 */
async function tryAtOnce<Asked>(
  room: Room,
  order: Order<Asked>,
  bodyHash: Uint8Array,
  isApart = false,
): Promise<Answer | Refusal | null> {
  const asked = await resolve(room, order);
  if (isRefusal(asked)) return (await standingAnswer(room, order, bodyHash)) ?? asked;
  const subjects = subjectsOf(order.action.touches(asked));
  const loaded = await loadMissing(room, subjects);
  let known = new Known(loaded);
  const passenger: Passenger = {
    subjects,
    decide: () => {
      known = remembered(room, subjects, loaded);
      return decided(room, order, known, asked, bodyHash);
    },
    landed: ({ folded }) => keep(room, folded),
  };
  const flights = flightsOf(room);
  const landing = await (isApart ? flights.alone(passenger) : flights.board(passenger));
  if (landing === 'behind') return null;
  if (landing === 'apart') return tryAtOnce(room, order, bodyHash, true);
  if (isRefusal(landing)) return refusalOnFreshState(room, order, known, bodyHash, landing);
  return tell(room, landing);
}

async function loadMissing(room: Room, subjects: readonly Subject[]): Promise<ReadonlyMap<Subject, Folded>> {
  const missing = subjects.filter((subject) => room.memory.peek(subject) === null);
  if (missing.length === 0) return new Map();
  return readWorkspace(room.pool, room.workspace, (tx) => room.memory.fresh(tx, room.workspace, missing));
}

// What was loaded may be forgotten again before it is decided on.
function remembered(
  { memory }: Room,
  subjects: readonly Subject[],
  loaded: ReadonlyMap<Subject, Folded>,
): Known {
  return new Known(
    new Map(subjects.map((each) => [each, memory.peek(each) ?? loaded.get(each) ?? emptyFold(each)])),
  );
}

// A refusal may rest on a state that is behind; it is told only when the fresh state says the same. What was
// done before under this operation id may be what makes it refused now: then that answer stands.
async function refusalOnFreshState<Asked>(
  room: Room,
  order: Order<Asked>,
  known: Known,
  bodyHash: Uint8Array,
  refusal: Refusal,
): Promise<Refusal | Answer | null> {
  const { subjects } = known;
  const [fresh, found] = await readWorkspace(room.pool, room.workspace, (tx) =>
    Promise.all([
      room.memory.fresh(tx, room.workspace, subjects),
      findAnswer(tx, room.workspace, order.operation),
    ]),
  );
  if (found !== null) return standing(found, bodyHash);
  const isSame = subjects.every(
    (subject) => fresh.get(subject)?.head.number === known.chain(subject).head.number,
  );
  return isSame ? refusal : null;
}

/** After a conflict: the chains' locks in one fixed order, a fresh state, one decision, one commit. */
async function tryLocked<Asked>(
  room: Room,
  order: Order<Asked>,
  bodyHash: Uint8Array,
): Promise<Answer | Refusal | null> {
  let release: () => void = () => undefined;
  const attempt = inWorkspace(room.pool, room.workspace, async (tx) => {
    const asked = await ask(order, tx);
    if (isRefusal(asked)) return (await answerIn(room, tx, order, bodyHash)) ?? asked;
    const touches = order.action.touches(asked);
    const subjects = subjectsOf(touches);
    // Flights take no lock, and would beat this try again and again. All rest on the workspace, and few change it.
    const held = subjects.filter((subject) => subject !== 'workspace' || touches.workspace === true);
    release = flightsOf(room).hold(held);
    for (const subject of [...subjects].sort()) {
      await tx.query({
        name: 'lock_subject',
        text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
        values: [`${room.workspace} ${subject}`],
      });
    }
    const known = new Known(await room.memory.fresh(tx, room.workspace, subjects));
    const written = decided(room, order, known, asked, bodyHash);
    // It may be refused only because it was done meanwhile, under this very operation id.
    if (isRefusal(written)) return (await answerIn(room, tx, order, bodyHash)) ?? written;
    const { name, text, values } = appendStatement(written.append);
    const answer = await tx.query<{ went: number }>({ name, text, values: [room.workspace, ...values] });
    return answer.rows[0]?.went === 1 ? written : null;
  });
  try {
    const outcome = await attempt;
    if (outcome === null || !('append' in outcome)) return outcome;
    keep(room, outcome.folded);
    return tell(room, outcome);
  } finally {
    release();
  }
}

function decided<Asked>(
  room: Room,
  order: Order<Asked>,
  known: Known,
  asked: Asked,
  bodyHash: Uint8Array,
): Written | Refusal {
  const moment = { now: room.now(), mint: room.mint, actor: order.actor };
  const decision: Decision | Refusal = order.action.decide(known, asked, moment);
  if (isRefusal(decision)) return decision;
  const { operation, action } = { operation: order.operation, action: order.action.name };
  return write(room, known, decision, moment, { operation, action }, (answer) =>
    answerPart(operation, bodyHash, answer, moment.now),
  );
}

function keep({ memory }: Room, folded: Written['folded']): void {
  for (const [subject, chain] of folded) memory.keep(subject, chain);
}

function tell(room: Room, { answer, folded }: Written): Answer {
  room.committed([...folded.keys()], answer.errands.length);
  return answer;
}

/**
 * What a failed try comes to: another try (null), the answer that stands already under this operation id, or
 * the fault itself. A lost connection may have lost only the answer: the operation id tells.
 */
async function settle<Asked>(
  room: Room,
  order: Order<Asked>,
  bodyHash: Uint8Array,
  error: unknown,
): Promise<Answer | Refusal | null> {
  const isBeaten = isUniqueViolation(error) || BEATEN.has(sqlState(error) ?? '');
  if (!isBeaten && !isLost(error)) throw error;
  try {
    return await standingAnswer(room, order, bodyHash);
  } catch (again) {
    // A server that starts again kills every connection of the pool, and each is met once.
    if (isConnectionLost(again)) return null;
    throw again;
  }
}

function busy(): Fault {
  const because = 'Too many people changed the same thing at once. Nothing was stored; try again.';
  return new Fault('record.busy', because, { retry: 'soon' });
}

function goneAgain(cause: unknown): Fault {
  const because =
    'The database went away again and again, so it is not known whether this was stored. Sent again under the same operation id it is done once.';
  return new Fault('database.outcome-unknown', because, { retry: 'soon', cause });
}

// Serialization failure, which `baton.ahead` raises, and deadlock (PostgreSQL, appendix A): the other one won.
const BEATEN: ReadonlySet<string> = new Set(['40001', '40P01']);

function standingAnswer<Asked>(room: Room, order: Order<Asked>, bodyHash: Uint8Array) {
  return readWorkspace(room.pool, room.workspace, (tx) => answerIn(room, tx, order, bodyHash));
}

async function answerIn<Asked>(
  room: Room,
  tx: Transaction,
  order: Order<Asked>,
  bodyHash: Uint8Array,
): Promise<Answer | Refusal | null> {
  const found = await findAnswer(tx, room.workspace, order.operation);
  return found === null ? null : standing(found, bodyHash);
}

function standing(found: { answer: Answer; bodyHash: Uint8Array }, bodyHash: Uint8Array): Answer | Refusal {
  if (Buffer.from(found.bodyHash).equals(Buffer.from(bodyHash))) return found.answer;
  return refuse(
    'operation.reused',
    'This operation id was used for something else. Nothing was done; send a fresh one.',
  );
}

async function resolve<Asked>(room: Room, order: Order<Asked>): Promise<Asked | Refusal> {
  if (typeof order.asked !== 'function') return order.asked;
  return readWorkspace(room.pool, room.workspace, (tx) => ask(order, tx));
}

async function ask<Asked>(order: Order<Asked>, tx: Transaction): Promise<Asked | Refusal> {
  if (typeof order.asked !== 'function') return order.asked;
  return (order.asked as (tx: Transaction) => Promise<Asked | Refusal>)(tx);
}

/** The workspace is always known; a deal is its two chains. */
export function subjectsOf(touches: Touches): readonly Subject[] {
  const deals = (touches.deals ?? []).flatMap((deal) => [deal, notebookOf(deal)]);
  return ['workspace', ...(touches.arrivals ?? []), ...deals];
}
