/** Timers hold at most this many milliseconds; a longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Watches over reads one after the other with a single timer: an armed read that takes longer than its limit strikes once.
 * Arming and disarming cost no timer of their own, because there is one of each for every chunk.
 */
export class StallTimer {
  readonly #strike: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firesAt = 0;
  #deadline: number | undefined;

  constructor(strike: () => void) {
    this.#strike = strike;
  }

  arm(limit: number): void {
    this.#deadline = performance.now() + limit;
    if (this.#timer !== undefined && this.#firesAt <= this.#deadline) return;
    clearTimeout(this.#timer);
    this.#schedule(limit);
  }

  disarm(): void {
    this.#deadline = undefined;
  }

  clear(): void {
    this.disarm();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(delay: number): void {
    // Timers count whole milliseconds and may be a fraction early.
    const wait = Math.min(LONGEST_TIMER, Math.ceil(delay));
    this.#firesAt = performance.now() + wait;
    this.#timer = setTimeout(() => this.#fire(), wait);
  }

  #fire(): void {
    this.#timer = undefined;
    if (this.#deadline === undefined) return;
    const left = this.#deadline - performance.now();
    if (left > 0) {
      this.#schedule(left);
      return;
    }
    this.#deadline = undefined;
    this.#strike();
  }
}
