import type { ErrandWanted } from '#actions/decision.js';

/**
 * What follows a change of the workspace: sign-ins and inbound addresses are made to agree with it, and every
 * subject that it touches is derived again. Two seconds later, so that whoever decided on the old settings
 * has committed by then and is among those subjects.
 */
export const SETTLE: readonly ErrandWanted[] = [
  { kind: 'settle', subject: 'workspace' },
  { kind: 'derive', subject: 'workspace', after: 2 },
];
