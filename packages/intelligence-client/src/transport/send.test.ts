import { expect, test, vi } from 'vitest';
import { connect, failure, json, send, serve } from './loopback.testkit.ts';

const loads = vi.hoisted(() => ({ left: 0 }));

vi.mock('./fetch-once.ts', async (load) => {
  const { loadFetch } = await load<typeof import('./fetch-once.ts')>();
  return {
    loadFetch: async (custom: typeof fetch | undefined) => {
      loads.left -= 1;
      if (loads.left >= 0) throw new TypeError('Failed to fetch dynamically imported module');
      return await loadFetch(custom);
    },
  };
});

test('a chunk that did not load is loaded with the next attempt', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response) => json(response, { ok: true }));
  loads.left = 1;
  expect(await send(connect(server.url))).toEqual({ ok: true });
  loads.left = 3;
  const transport = connect(server.url);
  expect(await failure(send(transport))).toMatchObject({ kind: 'connection', attempts: 3 });
  expect(await send(transport)).toEqual({ ok: true });
});

test('it is loaded once', async () => {
  await using server = await serve((response) => json(response, { ok: true }));
  loads.left = 0;
  const transport = connect(server.url);
  await Promise.all([send(transport), send(transport)]);
  await send(transport);
  expect(loads.left).toBe(-1);
});
