import type { Actor } from '#record/entry.js';

/** Who asks: a signed-in colleague, or a program with a key. A key made at the terminal belongs to nobody. */
export type Who = {
  readonly actor: Actor;
  readonly person: `person_${string}` | null;
  readonly role: 'admin' | 'member';
};

export type Environment = {
  Variables: { correlation: string; who: Who | null };
};
