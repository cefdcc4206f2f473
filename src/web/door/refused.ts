import type { ProblemShown } from '#contract/words.js';

/** The server answered with a problem (RFC 9457). Its sentence is for people; code and correlation are for the log. */
export class Refused extends Error {
  readonly problem: ProblemShown;

  constructor(problem: ProblemShown) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** The server did not answer: no connection, or something between here and there answered for it. */
export class Unreached extends Error {
  constructor(cause: unknown) {
    super('Baton does not answer.', { cause });
    this.name = 'Unreached';
  }
}
