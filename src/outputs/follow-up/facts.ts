import type { Evidence } from '#domain/evidence.js';
import type { Role } from '#domain/handoff.js';
import type { Mailbox, Person } from '#domain/party.js';
import type { BriefAnswer } from '#views/deal/brief.js';

/** Something asked or promised with the intro. */
export type Spoken = Evidence & {
  readonly side: 'host' | 'partner' | 'buyer';
  readonly due: string | null;
  readonly dueWords: string | null;
};

/** Everything that a follow-up is written from: the record of one deal, and nothing else. */
export type FollowUpFacts = {
  readonly mail: Pick<Evidence, 'arrival' | 'part'> & {
    readonly text: string;
    readonly subject: string;
    readonly language: string | null;
    /** Addresses that the mail went to, lower case: who has read the partner's words. */
    readonly readers: readonly string[];
  };
  readonly brief: readonly BriefAnswer[];
  readonly asks: readonly Spoken[];
  readonly promises: readonly Spoken[];
  readonly people: readonly Person[];
  readonly partner: { readonly company: string; readonly name: string | null; readonly email: string | null };
  readonly buyer: string | null;
  readonly roles: readonly {
    readonly name: string | null;
    readonly email: string | null;
    readonly role: Role;
  }[];
  readonly sender: { readonly name: string; readonly email: string | null };
  /** Owner and backup, who stay in copy. */
  readonly carriers: readonly Mailbox[];
  /** The day on which it is written (ISO), in the sender's zone. */
  readonly today: string;
};
