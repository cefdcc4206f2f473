export type Retry = 'soon' | 'later' | 'never' | 'after-sign-in';

/** The outside failed: a server, a disk, a network. Thrown; the worker retries, a door answers 503 and why. */
export class Fault extends Error {
  readonly code: string;
  readonly retry: Retry;

  constructor(code: string, because: string, options: { retry: Retry; cause?: unknown }) {
    super(because, { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.retry = options.retry;
  }
}
