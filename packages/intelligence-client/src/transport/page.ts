import { type Answer, APIPromise } from './api-promise.ts';

/** One page of a list, and the way to the next one. */
export interface Page<Item> {
  data: Item[];
  /** Offset of the next page; `null` on the last one. */
  next: number | null;
  hasNextPage(): boolean;
  /** @throws {InvalidRequestError} on the last page. */
  getNextPage(): Promise<Page<Item>>;
  iterPages(): AsyncIterableIterator<Page<Item>>;
}

/**
 * A list call: awaited it is the first page, iterated it is every item of every page.
 *
 * Items are deduplicated by id while iterating: a list that grows at the front shifts items onto the next page.
 */
export class PagePromise<Item> extends APIPromise<Page<Item>> implements AsyncIterable<Item> {
  readonly #idOf: (item: Item) => string;

  constructor(answer: Promise<Answer<Page<Item>>>, idOf: (item: Item) => string) {
    super(answer);
    this.#idOf = idOf;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Item> {
    const seen = new Set<string>();
    const first = await this;
    for await (const page of first.iterPages()) {
      for (const item of page.data) {
        const id = this.#idOf(item);
        if (seen.has(id)) continue;
        seen.add(id);
        yield item;
      }
    }
  }
}
