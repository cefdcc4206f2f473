import type { Id } from '#domain/id.js';
import type { Problem } from '#domain/problem.js';

/** The ways in. `paste` is typed or pasted into a page, `drop` a file put on one, `terminal` is `baton add`. */
const WAYS_IN = ['smtp', 'drop', 'paste', 'terminal', 'api'] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** What the sending server said of a mail, apart from the mail. Kept because sender checks need it later. */
export type Envelope = {
  /** MAIL FROM as sent; null is the empty reverse path `<>` of bounces and automatic answers. */
  readonly mailFrom: string | null;
  /** RCPT TO, those that were accepted, in the order they came. */
  readonly rcptTo: readonly string[];
  readonly clientAddress: string;
  /** What the client called itself in HELO or EHLO; a claim. */
  readonly helo: string;
  readonly encrypted: boolean;
  /** Whether the client asked for SMTPUTF8 (RFC 6531): headers may then hold UTF-8. */
  readonly utf8: boolean;
};

/** Something that came in, before it is kept: the bytes exactly as sent, and how they came. */
export type Incoming = {
  readonly bytes: Uint8Array;
  readonly via: WayIn;
  /** Instant, ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly envelope: Envelope | null;
  /** The colleague who handed it in; null for mail. */
  readonly by: Id<'person'> | null;
  readonly fileName: string | null;
  /** What could not be made of a file, where that is known before it is read. */
  readonly problems?: readonly Problem[];
};

/**
 * The header that Baton puts on words which were pasted without a head, so that nothing takes them for a
 * mail that somebody sent. It counts only where `via` is not `smtp`, since any sender can write any header.
 */
export const PASTED_HEADER = 'X-Baton-Pasted';

/** The largest thing that any door takes in, in bytes: what large providers accept in one mail. */
export const MOST_ARRIVAL_BYTES = 26_214_400;
