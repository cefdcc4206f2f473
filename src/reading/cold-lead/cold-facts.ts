import type { Evidence } from '#domain/evidence.js';
import type { Question } from '#domain/intro.js';

/** What the record answers: a question of the brief, or what was promised or asked with the intro. */
export type ColdAnswer = {
  readonly question: Question | 'promised' | 'asked';
  /** Of a stake, what it is about. */
  readonly about: 'money' | 'scope' | 'competitor' | null;
  readonly quotes: readonly Evidence[];
};

/** A decoded text that the deal knows. */
export type ColdSource = Pick<Evidence, 'arrival' | 'part'> & { readonly text: string };

/** What an outgoing text is checked against: plain data, made by whoever has the record. */
export type ColdFacts = {
  readonly answers: readonly ColdAnswer[];
  readonly sources: readonly ColdSource[];
  /** People and companies whose names may be written: those of the deal and of the writer's own side. */
  readonly names: readonly string[];
  /** Days that the record knows (ISO), also where the words said only "by Thursday". */
  readonly days: readonly string[];
  /** The day on which it is written (ISO), or null. */
  readonly today: string | null;
};

type ColdKind = 'cold-question' | 'no-next-step' | 'unsourced' | 'open-gap';

/** Something that makes a text cold. `words` is exactly what stands at its place (UTF-16, end exclusive). */
export type ColdFinding = {
  readonly kind: ColdKind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Of what kind the unsourced thing is; else null. */
  readonly about: 'name' | 'number' | 'money' | 'date' | null;
  /** The words of the record that answer a cold question already; of no question of the brief: null. */
  readonly answers: readonly {
    readonly question: ColdAnswer['question'] | null;
    readonly evidence: Evidence;
  }[];
};
