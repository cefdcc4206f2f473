import type { Id } from '#domain/id.js';

/** The three sides of a partner deal. Unknown stays unknown: a side is never guessed. */
export const SIDES = ['host', 'partner', 'buyer', 'unknown'] as const;
export type Side = (typeof SIDES)[number];

/** Somebody in a deal. What the sources do not say is null. */
export type Person = {
  readonly name: string | null;
  readonly email: string | null;
  readonly side: Side;
  readonly company: string | null;
  /** The words that say what they do ("Platform Engineering"), not a normalised title. */
  readonly role: string | null;
};

/** A colleague at the host, as the workspace knows them. */
export type Colleague = {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly email: string;
  readonly role: 'admin' | 'member';
  /** What they do here, in their own words: "Partner manager". */
  readonly title: string | null;
};

/** A mailbox as a header names it. */
export type Mailbox = { readonly name: string | null; readonly address: string };
