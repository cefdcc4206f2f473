import { randomUUID } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { ANSWERS, type Answer } from '#connections/smtp/answer.js';
import { Crowd } from '#connections/smtp/crowd.js';
import { type Limits, STANDARD_LIMITS } from '#connections/smtp/limits.js';
import { openMemory } from '#connections/smtp/memory.js';
import { beginMail, type Reception, takeMail, takeRecipient } from '#connections/smtp/reception.js';

export type ListenerOptions = Pick<Reception, 'recipient' | 'deliver' | 'maxBytes' | 'log' | 'now'> & {
  /** 0 takes a free one, which the answer names. */
  readonly port: number;
  readonly host: string;
  /** What this machine is called; the first one greets. */
  readonly hostNames: readonly string[];
  /** PEM; without it STARTTLS is not offered: smtp-server's own certificate has a key that everybody has. */
  readonly tls: { readonly key: string; readonly cert: string } | null;
  readonly limits?: Partial<Limits>;
};

export type Listener = { readonly port: number; close(): Promise<void> };

/**
 * Opens the door for mail (RFC 5321). It takes in what `recipient` knows and relays nothing; the 250 follows
 * once `deliver` has resolved, which must mean that the mail is committed. Rejects where the port cannot be
 * had. `close` lets mails that are being sent finish, for a while, and answers 421 to everybody else.
 */
export async function openListener(options: ListenerOptions): Promise<Listener> {
  const limits = { ...STANDARD_LIMITS, ...options.limits };
  const crowd = new Crowd(limits.connections, (id, socket, answer) => server.hangUp(id, socket, answer));
  const reception: Reception = {
    ...options,
    limits,
    crowd,
    memory: openMemory(limits.memory),
    closing: false,
  };
  const server = new Door(crowd, serverOptions(options, limits, reception));
  server.on('error', (error) => options.log.warn({ code: codeOf(error) }, 'A mail connection failed.'));
  await listen(server, options);
  const sweep = setInterval(
    () => crowd.dismissOlderThan(performance.now() - limits.session, ANSWERS.tooSlow()),
    Math.min(1_000, limits.session / 2),
  );
  return {
    port: (server.server.address() as AddressInfo).port,
    async close() {
      if (reception.closing) return;
      reception.closing = true;
      clearInterval(sweep);
      const closed = new Promise<void>((resolve) => server.server.close(() => resolve()));
      crowd.dismissTalking(ANSWERS.closing());
      const late = setTimeout(() => crowd.dismissAll(ANSWERS.closing()), limits.closing);
      await closed;
      clearTimeout(late);
    },
  };
}

function serverOptions(options: ListenerOptions, limits: Limits, reception: Reception): SMTPServerOptions {
  const off = ['AUTH', 'VRFY', 'XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL'];
  return {
    name: options.hostNames[0] ?? 'localhost',
    banner: 'Baton',
    size: options.maxBytes,
    disabledCommands: options.tls === null ? [...off, 'STARTTLS'] : off,
    hideSTARTTLS: options.tls === null,
    ...(options.tls ?? {}),
    // Without a name server that answers, a reverse look-up would hold up every greeting for 1.5 seconds.
    disableReverseLookup: true,
    logger: false,
    socketTimeout: limits.idle,
    // Not in the published types, read by smtp-connection.js: commands have no reason to be longer here.
    ...{ maxCommandLength: 2_048 },
    onMailFrom: (_address, session, done) => {
      beginMail(session);
      done();
    },
    onRcptTo: (address, session, done) => takeRecipient(reception, address.address, session).then(done),
    onData: (stream, session, done) => void takeMail(reception, stream, session).then(done),
  };
}

/** smtp-server with one addition: each socket is known to the crowd before its session begins. */
class Door extends SMTPServer {
  readonly #crowd: Crowd;

  constructor(crowd: Crowd, options: SMTPServerOptions) {
    super(options);
    this.#crowd = crowd;
  }

  /** smtp-server calls this for each accepted socket; it takes `id` for the session's own. */
  connect(socket: Socket, options: object): void {
    const id = randomUUID();
    (SMTPServer.prototype as unknown as Door).connect.call(this, socket, { ...options, id });
    this.#crowd.enter(id, socket, ANSWERS.makeRoom());
  }

  hangUp(id: string, socket: Socket, answer: Answer): void {
    for (const connection of this.connections) {
      if (connection.id !== id) continue;
      connection.send(answer.responseCode, answer.message, false);
      connection.close();
      // An encrypted answer is still on its way through the TLS layer above this socket.
      if (connection.secure) setTimeout(() => socket.destroy(), 1_000).unref();
      else socket.destroySoon();
      return;
    }
    socket.destroySoon();
  }
}

function listen(server: SMTPServer, options: ListenerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
