import { expect, test, vi } from 'vitest';
import { connect, failure, GET, json, serve } from './loopback.testkit.ts';
import type { ClientOptions } from './options.ts';

const MODELS = { object: 'list', data: [{ id: 'qwen', object: 'model', owned_by: 'sogni' }] };

const read = (url: string, options: ClientOptions, schema: string | undefined = 'modelList') =>
  connect(url, options).request(() => ({ ...GET, unwrap: (body) => body, ...(schema && { schema }) }));

test('responses are checked against their schema when asked to, and pass untouched', async () => {
  await using server = await serve((response) => json(response, { ...MODELS, extra: 1 }));
  expect(await read(server.url, { validateResponses: true })).toEqual({ ...MODELS, extra: 1 });
});

test('a response that differs from its schema is refused, with the place', async () => {
  await using server = await serve((response) => json(response, { object: 'list', data: [{ id: 7 }] }));
  expect(await read(server.url, {})).toEqual({ object: 'list', data: [{ id: 7 }] });
  await expect(read(server.url, { validateResponses: true })).rejects.toMatchObject({
    name: 'ResponseValidationError',
    message: expect.stringMatching(/data\.0\.id: /),
    attempts: 1,
  });
});

test('a loader of the caller takes the place of the built-in one', async () => {
  await using server = await serve((response) => json(response, MODELS));
  const responseSchema = vi.fn(() => ({ safeParse: () => ({ success: false, error: { issues: [] } }) }));
  await expect(read(server.url, { validateResponses: async () => ({ responseSchema }) })).rejects.toThrow(
    'the body: invalid',
  );
  expect(responseSchema).toHaveBeenCalledWith('modelList');
});

test('a call without a schema is not checked', async () => {
  await using server = await serve((response) => json(response, {}));
  const validateResponses = vi.fn();
  expect(await read(server.url, { validateResponses }, '')).toEqual({});
  expect(validateResponses).not.toHaveBeenCalled();
});

test('schemas that do not load are told with the way out', async () => {
  await using server = await serve((response) => json(response, MODELS));
  const error = await failure(
    read(server.url, { validateResponses: () => Promise.reject(new TypeError('no chunk')) }),
  );
  expect(error).toMatchObject({
    name: 'InvalidRequestError',
    hint: expect.stringContaining('@sogni/intelligence-client/schemas'),
    cause: { message: 'no chunk' },
  });
});
