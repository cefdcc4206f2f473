/** A clock that a test sets, and that then goes on as clocks do. */
export class MovingClock {
  #ahead: number;

  constructor(start: string) {
    this.#ahead = Date.parse(start) - Date.now();
  }

  readonly now = (): string => new Date(Date.now() + this.#ahead).toISOString();

  /** Sets it to an instant, ISO 8601. */
  at(instant: string): void {
    this.#ahead = Date.parse(instant) - Date.now();
  }
}
