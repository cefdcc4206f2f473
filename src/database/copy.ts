import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Client, Submittable } from 'pg';

// What COPY needs of pg's connection (pg 8.23, lib/connection.js); its types leave this out.
type Wire = {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(because: string): void;
};

// The server sends one message for each row; joined, they cost a tenth.
const JOIN_BYTES = 128 * 1024;

/** The calls that pg makes on a query while it runs; a COPY answers only some of them. */
abstract class Copy implements Submittable {
  readonly #text: string;
  protected wire: Wire | null = null;
  protected rows = 0;

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: unknown): void {
    this.wire = connection as Wire;
    this.wire.query(this.#text);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

type Settle = { readonly resolve: (rows: number) => void; readonly reject: (error: Error) => void };

class CopyOut extends Copy {
  readonly #sink: Writable;
  readonly #settle: Settle;
  #joined: Buffer[] = [];
  #bytes = 0;
  #paused = false;

  constructor(text: string, sink: Writable, settle: Settle) {
    super(text);
    this.#sink = sink;
    this.#settle = settle;
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The parser's buffer is used again for the next message.
    this.#joined.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes >= JOIN_BYTES) this.#pass();
  }

  handleCopyInResponse(): void {
    this.#settle.reject(new Error('COPY out was answered as COPY in.'));
  }

  handleError(error: Error): void {
    this.#settle.reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#joined.length > 0) this.#sink.write(Buffer.concat(this.#joined));
    this.#settle.resolve(this.rows);
  }

  #pass(): void {
    const flowing = this.#sink.write(Buffer.concat(this.#joined));
    this.#joined = [];
    this.#bytes = 0;
    if (flowing || this.#paused) return;
    this.#paused = true;
    this.wire?.stream.pause();
    this.#sink.once('drain', () => {
      this.#paused = false;
      this.wire?.stream.resume();
    });
  }
}

class CopyIn extends Copy {
  readonly ready: Promise<void>;
  readonly done: Promise<number>;
  #open: () => void = () => undefined;
  #resolve: (rows: number) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(text: string) {
    super(text);
    this.ready = new Promise((resolve) => {
      this.#open = resolve;
    });
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // It is awaited at the end; an error that comes earlier must not count as unhandled.
    this.done.catch(() => undefined);
  }

  handleCopyInResponse(): void {
    this.#open();
  }

  handleCopyData(): void {}

  handleError(error: Error): void {
    this.#reject(error);
    this.#open();
  }

  handleReadyForQuery(): void {
    this.#resolve(this.rows);
  }

  async write(chunk: Buffer): Promise<void> {
    this.wire?.sendCopyFromChunk(chunk);
    if (this.wire?.stream.writableNeedDrain === true)
      await Promise.race([once(this.wire.stream, 'drain'), this.done]);
  }

  finish(): void {
    this.wire?.endCopyFrom();
  }

  async abandon(): Promise<void> {
    this.wire?.sendCopyFail('what was to be copied broke off');
    await this.done.catch(() => undefined);
  }
}

/** Runs a COPY … TO STDOUT on a client of its own and writes what comes to `sink`, at its pace. Resolves to the rows. */
export function copyOut(client: Client, text: string, sink: Writable): Promise<number> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(text, sink, { resolve, reject }));
  });
}

/** Runs a COPY … FROM STDIN on a client of its own, from chunks of whole or broken lines. Resolves to the rows. */
export async function copyIn(client: Client, text: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  const copy = client.query(new CopyIn(text));
  await copy.ready;
  try {
    for await (const chunk of chunks) await copy.write(chunk);
  } catch (error) {
    // The server would wait for the rest for ever, and the connection with it.
    await copy.abandon();
    throw error;
  }
  copy.finish();
  return copy.done;
}
