import { expect, test } from 'vitest';
import { connect, failure, json, type Loopback, serve } from './loopback.testkit.ts';
import type { PageData } from './page.ts';

/** A list of letters in pages of two. */
const paged = async (pages: Record<string, PageData<string>>) =>
  await serve((response, { url }) => {
    const offset = new URL(url, 'http://h').searchParams.get('offset') ?? '0';
    const page = pages[offset];
    if (page) json(response, page, 200, { 'x-request-id': `req_${offset}` });
    else json(response, { message: 'no such page' }, 400);
  });

const list = (server: Loopback, from?: number, signal?: AbortSignal) =>
  connect(server.url).list<string>(
    (offset) => ({
      method: 'GET',
      path: '/v1/letters',
      query: { offset },
      retry: 'idempotent',
      unwrap: (body) => body as PageData<string>,
    }),
    (letter) => letter,
    { signal },
    from,
  );

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const LETTERS = {
  0: { data: ['a', 'b'], next: 2 },
  2: { data: ['c', 'd'], next: 4 },
  4: { data: ['e'], next: null },
};

test('iterating yields every item of every page', async () => {
  await using server = await paged(LETTERS);
  expect(await collect(list(server))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(server.seen.map(({ url }) => url)).toEqual([
    '/v1/letters',
    '/v1/letters?offset=2',
    '/v1/letters?offset=4',
  ]);
});

test('an item that moved to the next page is yielded once', async () => {
  await using server = await paged({ 0: { data: ['a', 'b'], next: 2 }, 2: { data: ['b', 'c'], next: null } });
  expect(await collect(list(server))).toEqual(['a', 'b', 'c']);
});

test('leaving the loop asks for no further page', async () => {
  await using server = await paged(LETTERS);
  for await (const letter of list(server)) if (letter === 'b') break;
  expect(server.seen).toHaveLength(1);
});

test('awaited it is the first page, with the way on', async () => {
  await using server = await paged(LETTERS);
  const page = await list(server);
  expect(page).toMatchObject({ data: ['a', 'b'], next: 2 });
  expect(page.hasNextPage()).toBe(true);
  const last = await (await page.getNextPage()).getNextPage();
  expect([last.data, last.next, last.hasNextPage()]).toEqual([['e'], null, false]);
  await expect(last.getNextPage()).rejects.toMatchObject({
    name: 'InvalidRequestError',
    message: expect.stringContaining('hasNextPage()'),
  });
  expect(JSON.stringify(page)).toBe('{"data":["a","b"],"next":2}');
});

test('pages can be iterated, from any offset', async () => {
  await using server = await paged(LETTERS);
  const pages = await collect((await list(server, 2)).iterPages());
  expect(pages.map(({ data }) => data.join(''))).toEqual(['cd', 'e']);
});

test('a list has the views of any call', async () => {
  await using server = await paged(LETTERS);
  const { data, requestId } = await list(server).withResponse();
  expect([data.data, requestId]).toEqual([['a', 'b'], 'req_0']);
});

test('a failure on a later page reaches the loop', async () => {
  await using server = await paged({ 0: { data: ['a'], next: 1 } });
  const seen: string[] = [];
  const error = await failure(
    (async () => {
      for await (const letter of list(server)) seen.push(letter);
    })(),
  );
  expect([seen, Object(error).status]).toEqual([['a'], 400]);
});

test.each([0, 2, -1])('a list at offset 2 whose next page is at %i would never end', async (next) => {
  await using server = await paged({ 2: { data: ['a'], next } });
  await expect(list(server, 2)).rejects.toMatchObject({
    name: 'ResponseValidationError',
    requestId: 'req_2',
  });
});

test('the signal of a list ends later pages too', async () => {
  await using server = await paged(LETTERS);
  const controller = new AbortController();
  const page = await list(server, undefined, controller.signal);
  controller.abort();
  await expect(page.getNextPage()).rejects.toMatchObject({ name: 'AbortError' });
});
