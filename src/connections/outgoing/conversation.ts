import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { type ConnectionOptions, TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { OutgoingServer } from '#connections/outgoing/server.js';
import { isOwnMachine } from '#domain/own-machine.js';

/** How long is waited, in milliseconds: for the line, for a greeting, for each answer, and for all of it. */
export type Patience = {
  readonly connect: number;
  readonly greeting: number;
  readonly answer: number;
  readonly whole: number;
};

// A submission server answers within seconds. RFC 5321 4.5.3.2 lets the last answer take ten minutes; whoever
// takes that long is told "unknown" and handed the same mail again. All of it fits into the minute of a job.
export const PATIENCE: Patience = { connect: 10_000, greeting: 15_000, answer: 30_000, whole: 50_000 };

type Envelope = { readonly from: string; readonly to: readonly string[] };
type Handed = SMTPConnection.SentMessageInfo;

/** One conversation with a submission server, step by step. Each step rejects with what the server or the line said. */
export class Conversation {
  readonly #server: OutgoingServer;
  readonly #patience: Patience;
  readonly #line: Socket;
  readonly #smtp: SMTPConnection;
  readonly #whole: NodeJS.Timeout;
  #broken: Error | null = null;
  #break: (error: Error) => void = () => undefined;
  /** Whether the end of the mail was written: from then on the server may have it. */
  wasAllSent = false;

  constructor(server: OutgoingServer, patience: Patience = PATIENCE) {
    this.#server = server;
    this.#patience = patience;
    this.#line = connect({ host: server.host, port: server.port });
    this.#line.on('error', (error) => this.#breaks(error));
    this.#smtp = new SMTPConnection({
      connection: this.#line,
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      opportunisticTLS: server.security === 'offered',
      connectionTimeout: patience.greeting,
      greetingTimeout: patience.greeting,
      socketTimeout: patience.answer,
      tls: tlsFor(server),
    } as SMTPConnection.Options);
    this.#smtp.on('error', (error) => this.#breaks(error));
    this.#smtp.once('end', () => this.#breaks(new Error('The server closed the line.')));
    this.#whole = setTimeout(() => {
      this.#breaks(new Error(`It took longer than ${patience.whole / 1000} s.`));
      this.close();
    }, patience.whole);
  }

  /** The line stands. */
  async reach(): Promise<void> {
    const late = () => this.#breaks(Object.assign(new Error('ETIMEDOUT'), { code: 'ETIMEDOUT' }));
    const timer = setTimeout(late, this.#patience.connect);
    try {
      await this.#step((done) => this.#line.once('connect', () => done(null)));
    } finally {
      clearTimeout(timer);
    }
  }

  /** The server greeted, and the line is encrypted where that was asked for. */
  greet(): Promise<void> {
    return this.#step((done) => this.#smtp.connect((error?: Error | null) => done(error ?? null)));
  }

  /** How the line is encrypted, or null where it is not. `validTo` is null where the certificate was not checked. */
  get encrypted(): { readonly protocol: string; readonly validTo: string | null } | null {
    const socket = (this.#smtp as unknown as { readonly _socket: unknown })._socket;
    if (!(socket instanceof TLSSocket)) return null;
    const validTo = Date.parse(socket.getPeerCertificate().valid_to);
    return {
      protocol: socket.getProtocol() ?? 'TLS',
      validTo: !socket.authorized || Number.isNaN(validTo) ? null : new Date(validTo).toISOString(),
    };
  }

  /** What the server said that it can do beyond the least (RFC 5321 4.1.1.1). */
  takes(extension: '8BITMIME' | 'SMTPUTF8'): boolean {
    const said = this.#smtp as unknown as { readonly _supportedExtensions: readonly string[] };
    return said._supportedExtensions.includes(extension);
  }

  signIn(): Promise<void> {
    const { user, password } = this.#server;
    if (user === null) return Promise.resolve();
    return this.#step((done) =>
      this.#smtp.login({ user, pass: password ?? '', credentials: { user, pass: password ?? '' } }, (error) =>
        done(error),
      ),
    );
  }

  /** Hands the mail over, byte for byte; line ends become CRLF, as the wire has them. */
  async hand(envelope: Envelope, bytes: Uint8Array): Promise<Handed> {
    const mail = Readable.from(inPieces(bytes));
    // The end of the mail is written right after this: before it the server cannot have taken anything.
    mail.once('end', () => {
      this.wasAllSent = true;
    });
    const said = {
      from: envelope.from,
      to: [...envelope.to],
      size: bytes.length,
      use8BitMime: hasHighBytes(bytes),
    };
    try {
      return await this.#step((done) => this.#smtp.send(said, mail, (error, handed) => done(error, handed)));
    } catch (error) {
      // nodemailer reads the mail to its end, and sends none of it, where a recipient or the like was refused.
      if ((error as SMTPConnection.SMTPError).code === 'EENVELOPE') this.wasAllSent = false;
      throw error;
    }
  }

  /** Says goodbye where the line still stands, and waits for no answer. */
  close(): void {
    clearTimeout(this.#whole);
    if (this.#broken !== null || this.#line.readyState !== 'open') {
      this.#smtp.close();
      this.#line.destroy();
      return;
    }
    this.#smtp.quit();
    setTimeout(() => {
      this.#smtp.close();
      this.#line.destroy();
    }, GOODBYE).unref();
  }

  #breaks(error: Error): void {
    this.#broken ??= error;
    this.#break(error);
  }

  // What breaks the line is an event, and what a command came to is a callback: whichever is first.
  #step<T>(begin: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    return new Promise<T>((resolve, reject) => {
      this.#break = reject;
      begin((error, value) => (error ? reject(error) : resolve(value as T)));
    });
  }
}

// On this machine nobody stands between, so a certificate that nobody signed is good enough there.
function tlsFor({ host }: OutgoingServer): ConnectionOptions {
  return { minVersion: 'TLSv1.2', rejectUnauthorized: !isOwnMachine(host) };
}

// In pieces, so that a line that is slow keeps the end of the mail from being said before it is.
function* inPieces(bytes: Uint8Array): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE)
    yield Buffer.from(bytes.subarray(from, from + PIECE));
}

const PIECE = 16 * 1024;
const GOODBYE = 1_000;

export function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}
