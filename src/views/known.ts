import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { ArrivalState } from '#views/arrival/state.js';
import type { NotebookHalf } from '#views/deal/notebook-half.js';
import type { RecordHalf } from '#views/deal/record-half.js';
import type { DealState } from '#views/deal/state.js';
import type { Folded } from '#views/folded.js';
import type { WorkspaceState } from '#views/workspace/state.js';

/** The states of the chains that were asked for: what an action is decided on and a page is drawn from. */
export class Known {
  readonly #folded: ReadonlyMap<Subject, Folded>;

  constructor(folded: ReadonlyMap<Subject, Folded>) {
    this.#folded = folded;
  }

  /** The same with further chains. */
  with(further: ReadonlyMap<Subject, Folded>): Known {
    return new Known(new Map([...this.#folded, ...further]));
  }

  chain(subject: Subject): Folded {
    const found = this.#folded.get(subject);
    must(found, `${subject} was asked for before it is used`);
    return found;
  }

  get subjects(): readonly Subject[] {
    return [...this.#folded.keys()];
  }

  get workspace(): WorkspaceState {
    return this.chain('workspace').state as WorkspaceState;
  }

  arrival(arrival: Id<'arrival'>): ArrivalState {
    return this.chain(arrival).state as ArrivalState;
  }

  deal(deal: Id<'deal'>): DealState {
    return {
      deal,
      record: this.chain(deal).state as RecordHalf,
      notebook: this.chain(notebookOf(deal)).state as NotebookHalf,
    };
  }
}
