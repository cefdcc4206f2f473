import type { Pool } from 'pg';
import type { Temporal } from 'temporal-polyfill';
import type { Id, Mint } from '#domain/id.js';

export type Role = 'admin' | 'member';

/** Somebody who is let in, and where. */
export type SignedIn = {
  readonly person: Id<'person'>;
  readonly workspace: string;
  readonly role: Role;
  readonly email: string;
};

/** What access stands on; app.ts hands it in once. */
export type Premises = {
  /** Connections of the auth login: no other login can read the schema `auth`. */
  readonly pool: Pool;
  /** The installation's secret. Cookies and links that were made under another one count no longer. */
  readonly secret: string;
  /** What links begin with (BATON_URL), without a slash at its end. */
  readonly baseUrl: string;
  /** Further origins that pages may be opened at, such as the local address. */
  readonly origins: readonly string[];
  /** Names under which this machine takes mail; `localhost` is always one. */
  readonly hostNames: readonly string[];
  /** Sends a sign-in link. It runs after the answer was given, and what it throws is logged. */
  readonly sendLink: (email: string, url: string) => Promise<void>;
  /** Records the first admin in the workspace's own entries, before anybody is let in. */
  readonly onFirstAdmin: (admin: SignedIn & { readonly name: string }) => Promise<void>;
  readonly now: () => Temporal.Instant;
  readonly mint: Mint;
  readonly log: { error(fields: object, sentence: string): void };
};
