import { Fault } from '#domain/fault.js';
import { isRefusal } from '#domain/refusal.js';

/** Says on standard error why a command did not do what it was asked. 1 for a no, 75 (EX_TEMPFAIL) to try again. */
export function refuseAtTerminal(error: unknown): number {
  if (isRefusal(error)) {
    process.stderr.write(`${error.because} (${error.refused})\n`);
    return 1;
  }
  if (error instanceof Fault) {
    process.stderr.write(`${error.message} (${error.code})\n`);
    return error.retry === 'never' ? 1 : 75;
  }
  throw error;
}

/** Progress on a terminal; nothing in a pipe. */
export function progressLine(what: string): (done: number, all: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, all) => process.stderr.write(`\r${what} ${done} of ${all}${done === all ? '\n' : ''}`);
}
