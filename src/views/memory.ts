import type { Transaction } from '#database/workspace.js';
import type { Subject } from '#domain/subject.js';
import type { Entry } from '#record/entry.js';
import { loadSubjects } from '#record/load.js';
import { emptyFold, type Folded, foldOn } from '#views/folded.js';

// An entry weighs about 2 kB here, so this bounds the whole near 200 MB.
const MOST_ENTRIES = 100_000;

/**
 * Folded chains that were used lately, so that an action need not read them again. It may be behind: the
 * record's own key says so, and then the chain is topped up. Nothing is shown from here without topping up.
 */
export class Memory {
  readonly #kept = new Map<Subject, Folded>();
  #entries = 0;

  peek(subject: Subject): Folded | null {
    return this.#kept.get(subject) ?? null;
  }

  /** Never goes back to an earlier state of a chain. */
  keep(subject: Subject, folded: Folded): void {
    const before = this.#kept.get(subject);
    if (before !== undefined && before.head.number > folded.head.number) return;
    this.#drop(subject);
    this.#kept.set(subject, folded);
    this.#entries += folded.happened.length;
    for (const eldest of this.#kept.keys()) {
      if (this.#entries <= MOST_ENTRIES || eldest === subject) break;
      this.#drop(eldest);
    }
  }

  /** The chains as the database has them now: what is kept here, topped up with what came since. */
  async fresh(
    tx: Transaction,
    workspace: string,
    subjects: readonly Subject[],
  ): Promise<ReadonlyMap<Subject, Folded>> {
    const before = new Map(
      subjects.map((subject) => [subject, this.peek(subject) ?? emptyFold(subject)] as const),
    );
    const wanted = [...before].map(([subject, folded]) => ({ subject, after: folded.head.number }));
    const grown = bySubject(await loadSubjects(tx, workspace, wanted));
    const answer = new Map<Subject, Folded>();
    for (const [subject, folded] of before) {
      const now = foldOn(subject, folded, grown.get(subject) ?? []);
      answer.set(subject, now);
      this.keep(subject, now);
    }
    return answer;
  }

  #drop(subject: Subject): void {
    this.#entries -= this.#kept.get(subject)?.happened.length ?? 0;
    this.#kept.delete(subject);
  }
}

function bySubject(entries: readonly Entry[]): Map<Subject, Entry[]> {
  const sorted = new Map<Subject, Entry[]>();
  for (const entry of entries) {
    const list = sorted.get(entry.subject);
    if (list === undefined) sorted.set(entry.subject, [entry]);
    else list.push(entry);
  }
  return sorted;
}
