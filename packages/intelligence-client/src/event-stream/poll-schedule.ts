import type { PollingOptions } from './types.ts';

/** Times between polls: the first one at once, then growing while nothing happens. Source: design 5. */
export class PollSchedule {
  readonly #min: number;
  readonly #max: number;
  #next = 0;

  constructor(options: PollingOptions | undefined) {
    this.#min = options?.minInterval ?? 2_000;
    this.#max = Math.max(options?.maxInterval ?? 15_000, this.#min);
  }

  /** Milliseconds to wait before the next poll. */
  get interval(): number {
    return this.#next;
  }

  record(broughtEvents: boolean): void {
    this.#next = broughtEvents ? this.#min : Math.min(this.#max, Math.max(this.#min, this.#next * 1.5));
  }
}
