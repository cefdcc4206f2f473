/**
 * The clock of a made-up story. It stands while the story is brought in, and goes on as clocks do from the
 * moment it is let run; it is moved forward by hand and never goes back, whatever the machine's own clock does.
 */
export class StoryClock {
  #at: number;
  #since: number | null = null;
  readonly #elapsed: () => number;

  /** `elapsed` counts milliseconds and never goes back, as performance.now does. */
  constructor(start: string, elapsed: () => number = () => performance.now()) {
    this.#at = Date.parse(start);
    this.#elapsed = elapsed;
  }

  /** ISO 8601 in UTC, to the millisecond. */
  readonly now = (): string => new Date(this.#now()).toISOString();

  /** Moves on to an instant. One that has passed changes nothing. */
  moveTo(instant: string): void {
    const to = Date.parse(instant);
    if (to <= this.#now()) return;
    this.#at = to;
    if (this.#since !== null) this.#since = this.#elapsed();
  }

  run(): void {
    this.#since ??= this.#elapsed();
  }

  #now(): number {
    return Math.floor(this.#at + (this.#since === null ? 0 : Math.max(0, this.#elapsed() - this.#since)));
  }
}
