import type { ReadingContext } from '#domain/intro.js';
import type { WorkspaceState } from '#views/workspace/state.js';

/** What is known before reading a mail; sides that a person set in its deal come with it. */
export function contextOf(state: WorkspaceState, sides: ReadingContext['sides']): ReadingContext {
  return {
    host: {
      company: state.company,
      domains: state.domains,
      people: state.people.map(({ name, email }) => ({ name, email })),
    },
    partners: state.partners.map(({ name, domains }) => ({ company: name, domains })),
    buyer: null,
    sides,
    zone: state.week?.zone ?? 'UTC',
  };
}
