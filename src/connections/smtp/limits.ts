/** What one stranger, and all strangers together, may cost. Times are milliseconds, sizes are bytes. */
export type Limits = {
  /** Open connections; one more closes the one that has gone longest without handing in a mail. */
  readonly connections: number;
  /** Message bytes held in memory by all sessions together. */
  readonly memory: number;
  readonly recipientsPerMail: number;
  /** Unknown recipients that one session may try, so that addresses cannot be guessed at speed. */
  readonly refusedRecipients: number;
  /** Silence; RFC 5321 section 4.5.3.2.7 asks for at least five minutes. */
  readonly idle: number;
  /** From connecting, or from the last mail, to the next mail being complete. */
  readonly session: number;
  /** How long a client may go on sending a mail that is already refused, before it is answered and cut. */
  readonly refusedData: number;
  /** How long `close` waits for mails that are being sent. */
  readonly closing: number;
};

export const STANDARD_LIMITS: Limits = {
  connections: 1_000,
  memory: 256 * 1024 * 1024,
  recipientsPerMail: 100,
  refusedRecipients: 20,
  idle: 5 * 60_000,
  session: 10 * 60_000,
  refusedData: 20_000,
  closing: 10_000,
};
