import type { Pool } from 'pg';
import type { Written } from '#actions/write.js';
import { isLost, oneStatement } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';
import { dealOf, type Subject } from '#domain/subject.js';
import { type Append, appendStatement, appendTogether } from '#record/append.js';
import type { Memory } from '#views/memory.js';

// One flight is on its way in the database while the other is decided here.
const IN_THE_AIR = 2;
const MOST_ABOARD = 64;
// A list of bytes travels as text, twice as long: what weighs more than this goes by itself, beside the flights.
const HEAVY = 32 * 1024;
// A flight that meets a lock must not hold up those who want something else.
const LATE_MS = 250;

/** An action's first try. It is decided when its flight leaves, on what memory holds then. */
export type Passenger = {
  /** The chains that it may append to or rests on. */
  readonly subjects: readonly Subject[];
  readonly decide: () => Written | Refusal;
  /** Called right after the commit, before anybody else is decided. */
  readonly landed: (written: Written) => void;
};

/**
 * What a first try came to: written, refused on what memory held, decided on something that has grown meanwhile,
 * or `apart`: its flight was turned back, perhaps for another's sake, nothing is stored, and it must go alone.
 */
type Landing = Written | Refusal | 'behind' | 'apart';

type Waiting = Passenger & {
  readonly units: ReadonlySet<string>;
  readonly settle: (landing: Landing) => void;
  readonly fail: (error: unknown) => void;
};

/** How many are aboard. */
type Flight = { readonly size: number };

type Aboard = { readonly who: Waiting; readonly written: Written; readonly writes: ReadonlySet<string> };

const FLIGHTS = new WeakMap<Memory, Flights>();

/** The flights of one server in one workspace, which is what a memory stands for. */
export function flightsOf(room: { memory: Memory; pool: Pool; workspace: string }): Flights {
  let flights = FLIGHTS.get(room.memory);
  if (flights === undefined) {
    flights = new Flights(room.pool, room.workspace);
    FLIGHTS.set(room.memory, flights);
  }
  return flights;
}

/**
 * Actions that come at the same moment go in one statement and one commit. Whoever comes first leaves at once and
 * alone; who comes while flights are in the air leaves with all others when one of them lands. Nobody shares a
 * flight with an action that touches what it writes, so each could as well have gone alone.
 */
class Flights {
  readonly #pool: Pool;
  readonly #workspace: string;
  #waiting: Waiting[] = [];
  readonly #inTheAir = new Set<Flight>();
  /** What is being written, and how often: who touches it waits. */
  readonly #closed = new Map<string, number>();
  #isGathering = false;
  #isWatching = false;

  constructor(pool: Pool, workspace: string) {
    this.#pool = pool;
    this.#workspace = workspace;
  }

  /** Goes with others where others are there. */
  board(passenger: Passenger): Promise<Landing> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ ...passenger, units: unitsOf(passenger.subjects), settle, fail });
      this.#takeOff();
    });
  }

  /** Goes at once and by itself, whatever is in the air. */
  alone(passenger: Passenger): Promise<Landing> {
    return new Promise((settle, fail) => {
      const who = { ...passenger, units: unitsOf(passenger.subjects), settle, fail };
      const written = decided(who);
      if (written !== 'settled') void this.#fly([{ who, written, writes: unitsWritten(written) }], true);
    });
  }

  /** Keeps these chains from all who wait to go, until what it returns is called: for a try under their locks. */
  hold(subjects: readonly Subject[]): () => void {
    const units = unitsOf(subjects);
    this.#close(units);
    return () => {
      this.#open(units);
      this.#takeOff();
    };
  }

  #close(units: ReadonlySet<string>): void {
    for (const unit of units) this.#closed.set(unit, (this.#closed.get(unit) ?? 0) + 1);
  }

  #open(units: ReadonlySet<string>): void {
    for (const unit of units) {
      const others = (this.#closed.get(unit) ?? 0) - 1;
      if (others > 0) this.#closed.set(unit, others);
      else this.#closed.delete(unit);
    }
  }

  #takeOff(): void {
    while (!this.#isGathering && this.#waiting.length > 0 && this.#inTheAir.size < IN_THE_AIR) {
      const aboard = this.#fill();
      if (aboard.length === 0) return;
      void this.#fly(aboard);
    }
    if (this.#waiting.length > 0) this.#watch();
  }

  // Only where somebody waits: a single action should not pay for a timer.
  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const inTheAir = [...this.#inTheAir];
    setTimeout(() => {
      this.#isWatching = false;
      for (const flight of inTheAir) this.#inTheAir.delete(flight);
      this.#takeOff();
    }, LATE_MS);
  }

  // In the order of coming. Whoever cannot go yet keeps those behind from its chains, so that nobody is passed
  // again and again; the workspace is left out, because everybody rests on it.
  #fill(): readonly Aboard[] {
    // Half of all that are under way, so that two flights of one size alternate.
    let underWay = this.#waiting.length;
    for (const { size } of this.#inTheAir) underWay += size;
    const half = Math.ceil(underWay / IN_THE_AIR);
    const most = Math.min(half, MOST_ABOARD);
    const aboard: Aboard[] = [];
    const left: Waiting[] = [];
    const closed = new Set(this.#closed.keys());
    const read = new Set<string>();
    for (const who of this.#waiting) {
      const written = aboard.length === most || meets(who.units, closed) ? null : decided(who);
      if (written === 'settled') continue;
      const writes = written === null ? who.units : unitsWritten(written);
      for (const unit of writes) if (written !== null || unit !== 'workspace') closed.add(unit);
      if (written === null || meets(writes, read)) left.push(who);
      else if (weighs(written.append)) void this.#fly([{ who, written, writes }], true);
      else {
        aboard.push({ who, written, writes });
        for (const unit of who.units) read.add(unit);
      }
    }
    this.#waiting = left;
    return aboard;
  }

  async #fly(aboard: readonly Aboard[], isBeside = false): Promise<void> {
    for (const { writes } of aboard) this.#close(writes);
    const flight = { size: aboard.length };
    if (!isBeside) this.#inTheAir.add(flight);
    const outcome = await this.#send(aboard.map(({ written }) => written.append));
    for (const { who, written, writes } of aboard) {
      this.#open(writes);
      if (outcome === 'went') who.landed(written);
      if (typeof outcome === 'object') who.fail(outcome.error);
      else who.settle(outcome === 'went' ? written : outcome);
    }
    this.#inTheAir.delete(flight);
    this.#gather(aboard.length);
  }

  async #send(appends: readonly Append[]): Promise<'went' | 'behind' | 'apart' | { error: unknown }> {
    const [first, ...others] = appends;
    const isAlone = first !== undefined && others.length === 0;
    try {
      const statement = isAlone ? appendStatement(first) : appendTogether(appends);
      const { rows } = await oneStatement<{ went: number }>(this.#pool, this.#workspace, statement);
      if (rows[0]?.went === 1) return 'went';
      return isAlone ? 'behind' : 'apart';
    } catch (error) {
      // Where the line broke, or there is no database, it is the same for all of them.
      return isAlone || isLost(error) || error instanceof Fault ? { error } : 'apart';
    }
  }

  // Whoever landed together comes back in this turn of the event loop, and should find the others still there.
  #gather(landed: number): void {
    if (this.#isGathering) return;
    if (landed === 1 && this.#waiting.length === 0) return;
    this.#isGathering = true;
    setImmediate(() => {
      this.#isGathering = false;
      this.#takeOff();
    });
  }
}

function decided(who: Waiting): Written | 'settled' {
  try {
    const written = who.decide();
    if (!isRefusal(written)) return written;
    who.settle(written);
  } catch (error) {
    who.fail(error);
  }
  return 'settled';
}

/** The two chains of a deal are one unit: they share a saved row. */
function unitsOf(subjects: Iterable<Subject>): ReadonlySet<string> {
  const units = new Set<string>();
  for (const subject of subjects) units.add(dealOf(subject) ?? subject);
  return units;
}

function unitsWritten({ folded }: Written): ReadonlySet<string> {
  return unitsOf(folded.keys());
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const each of some) if (others.has(each)) return true;
  return false;
}

function weighs({ parts }: Append): boolean {
  let weight = 0;
  for (const { values } of parts)
    for (const value of values)
      if (typeof value === 'string' || value instanceof Uint8Array) weight += value.length;
  return weight > HEAVY;
}
