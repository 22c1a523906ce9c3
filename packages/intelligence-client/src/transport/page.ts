import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { type Answer, APIPromise } from './api-promise.ts';

/** What a list endpoint answers with. */
export interface PageData<Item> {
  /** Items of this page, as the server sorts them. */
  data: Item[];
  /** Offset of the next page; `null` on the last one. */
  next: number | null;
}

/** One page of a list, and the way to the next one. */
export interface Page<Item> extends PageData<Item> {
  /** Whether `next` is an offset; asks nothing of the server. */
  hasNextPage(): boolean;
  /** @throws {InvalidRequestError} on the last page. */
  getNextPage(): Promise<Page<Item>>;
  /** This page and all behind it. */
  iterPages(): AsyncIterableIterator<Page<Item>>;
}

/**
 * A list call: awaited it is the first page, iterated it is every item of every page.
 *
 * Items are deduplicated by id while iterating: a list that grows at the front shifts items onto the next page.
 *
 * @example
 * for await (const workflow of sogni.workflows.list()) console.log(workflow.workflowId);
 */
export class PagePromise<Item> extends APIPromise<Page<Item>> implements AsyncIterable<Item> {
  readonly #idOf: (item: Item) => string;

  constructor(answer: Promise<Answer<Page<Item>>>, idOf: (item: Item) => string) {
    super(answer);
    this.#idOf = idOf;
  }

  /** Every item of every page; a page is fetched when it is reached. */
  async *[Symbol.asyncIterator](): AsyncIterator<Item> {
    const seen = new Set<string>();
    for await (const page of (await this).iterPages()) {
      for (const item of page.data) {
        const id = this.#idOf(item);
        if (seen.has(id)) continue;
        seen.add(id);
        yield item;
      }
    }
  }
}

/** @throws {ResponseValidationError} for a next page that does not lie behind this one: following it would never end. */
export function refuseStandstill({ data, requestId }: Answer<PageData<unknown>>, offset = 0): void {
  if (data.next === null || data.next > offset) return;
  throw new ResponseValidationError(`The list does not go on: behind offset ${offset} comes ${data.next}`, {
    attempts: 1,
    requestId,
    hint: 'Pass a limit that holds all you need, and report this with the request id.',
  });
}

/** Gives a page its way on. `load` fetches the page at an offset. */
export function createPage<Item>(
  { data, next }: PageData<Item>,
  load: (offset: number) => Promise<Page<Item>>,
): Page<Item> {
  const page: Page<Item> = {
    data,
    next,
    hasNextPage: () => next !== null,
    getNextPage: async () => {
      if (next === null) throw new InvalidRequestError('This is the last page: ask hasNextPage() first');
      return await load(next);
    },
    async *iterPages() {
      for (let current = page; ; current = await current.getNextPage()) {
        yield current;
        if (!current.hasNextPage()) return;
      }
    },
  };
  return page;
}
