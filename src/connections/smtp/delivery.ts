import type { Envelope } from '#domain/arrival.js';

/** Where an accepted address leads: the workspace that takes the mail, and for what. */
export type Recipient = { readonly workspace: string; readonly purpose: string };

/** One mail of one SMTP transaction, complete, before anything was acknowledged. */
export type SmtpDelivery = {
  /** The bytes as sent, dots unstuffed (RFC 5321 section 4.5.2); every line ends in CRLF. */
  readonly bytes: Uint8Array;
  readonly envelope: Envelope;
  /** One for each accepted RCPT TO, in the order they came. */
  readonly recipients: readonly (Recipient & { readonly address: string })[];
  /** Instant at which the last byte had come, ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** Names this session in the log and, where something fails, in the answer to the client. */
  readonly correlation: string;
};
