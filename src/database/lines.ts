import type { Readable } from 'node:stream';

const NEWLINE = 10;

// PostgreSQL keeps no field above 1 GB; beyond this a file is no backup of ours and is not read into memory whole.
const LONGEST_ROW = 1_000_000_000;

/** Reads a stream as lines, and its rows as blocks of whole lines, without holding more than one block. */
export class Lines {
  readonly #source: Readable;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: Readable) {
    this.#source = source;
    // An error that comes before somebody reads is kept by the stream and thrown to the first who does.
    source.on('error', () => undefined);
    this.#chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next line without its end, or null where the stream ends before one is whole. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#rest.indexOf(NEWLINE);
      if (end >= 0) {
        const line = this.#rest.toString('utf8', 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      if (!(await this.#more())) return null;
    }
  }

  /**
   * Blocks of whole lines up to the line that is exactly `last`, which is taken and not given. `seen` is shown
   * each block. A stream that ends before that line throws an error with the code ERR_BACKUP_CUT.
   */
  async *until(last: string, seen: (block: Buffer) => void): AsyncGenerator<Buffer> {
    const mark = Buffer.from(`${last}\n`);
    for (;;) {
      const { before, found } = this.#take(mark);
      if (before.length > 0) {
        seen(before);
        yield before;
      }
      if (found) return;
      if (!(await this.#more()))
        throw Object.assign(new Error('The stream was cut.'), { code: 'ERR_BACKUP_CUT' });
    }
  }

  close(): void {
    this.#source.destroy();
  }

  #take(mark: Buffer): { before: Buffer; found: boolean } {
    for (let from = 0; ; ) {
      const at = this.#rest.indexOf(mark, from);
      if (at === 0 || (at > 0 && this.#rest[at - 1] === NEWLINE)) {
        const before = this.#rest.subarray(0, at);
        this.#rest = this.#rest.subarray(at + mark.length);
        return { before, found: true };
      }
      if (at < 0) break;
      from = at + 1;
    }
    const whole = this.#rest.lastIndexOf(NEWLINE) + 1;
    const before = this.#rest.subarray(0, whole);
    this.#rest = this.#rest.subarray(whole);
    return { before, found: false };
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    // A row of many megabytes comes in thousands of chunks: they are joined once it has its end, since joining
    // at each chunk copies all that came before.
    const chunks = [next.value];
    let size = next.value.length;
    while (!chunks.at(-1)?.includes(NEWLINE) && size < LONGEST_ROW) {
      const further = await this.#chunks.next();
      if (further.done === true) break;
      chunks.push(further.value);
      size += further.value.length;
    }
    this.#rest = Buffer.concat([this.#rest, ...chunks]);
    return true;
  }
}
