import { type Listener, openListener } from '#connections/smtp/listener.js';

/** A mail that Baton handed to its outgoing server, as it was handed over. */
export type Posted = {
  readonly id: string;
  /** By the story's clock, ISO 8601 in UTC. */
  readonly at: string;
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
};

export type Mailbox = {
  readonly port: number;
  /** The newest first. */
  readonly mails: () => readonly Posted[];
  close(): Promise<void>;
};

const MOST_BYTES = 25 * 1024 * 1024;

/**
 * The outgoing server of the demo: on this machine alone, it takes every mail and hands none on. It forgets
 * them when it ends, as the demo forgets everything.
 */
export async function openMailbox(now: () => string): Promise<Mailbox> {
  const posted: Posted[] = [];
  const listener: Listener = await openListener({
    port: 0,
    host: '127.0.0.1',
    hostNames: ['demo.localhost'],
    tls: null,
    maxBytes: MOST_BYTES,
    now,
    log: { info() {}, warn() {}, error() {}, debug() {} } as never,
    recipient: async () => ({ workspace: 'demo', purpose: 'demo' }),
    deliver: async ({ bytes, envelope }) => {
      posted.unshift({ id: String(posted.length + 1), at: now(), to: envelope.rcptTo, bytes });
      return null;
    },
  });
  return { port: listener.port, mails: () => [...posted], close: () => listener.close() };
}
