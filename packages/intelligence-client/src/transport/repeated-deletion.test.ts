import { expect, test, vi } from 'vitest';
import { connect, failure, json, send, serve } from './loopback.testkit.ts';

const deletion = {
  method: 'DELETE',
  path: '/v1/things/a',
  retry: 'idempotent',
  unwrap: (body: unknown) => body,
} as const;

test('a deletion whose first answer got lost is done when there is nothing left to delete', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number, socket }) => {
    if (number === 1) socket.destroy();
    else json(response, { status: 'error', message: 'no such thing' }, 404);
  });
  expect(await send(connect(server.url), deletion)).toBeUndefined();
  expect(server.seen).toHaveLength(2);
});

test('the body of that 404 is let go of, however long it would last', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number, socket }) => {
    if (number === 1) socket.destroy();
    else response.writeHead(404).write('an error page without an end');
  });
  await send(connect(server.url), deletion);
  await vi.waitFor(() => expect(server.sockets.size).toBe(0));
});

test.each([
  ['the first answer', (number: number) => number === 0],
  ['an answer after a clear refusal', (number: number) => number === 1],
])('a 404 as %s is an error', async (_, refused) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number }) => {
    if (refused(number)) json(response, { message: 'later' }, 429, { 'retry-after': '0' });
    else json(response, { message: 'no such thing' }, 404);
  });
  expect(await failure(send(connect(server.url), deletion))).toMatchObject({ status: 404 });
});
