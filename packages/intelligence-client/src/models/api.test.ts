import { expect, test } from 'vitest';
import { GOLDEN } from '../../fixtures/golden.ts';
import { routesOf, startReplay } from '../../fixtures/replay-server.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { createModels } from './api.ts';

const catalogModel = GOLDEN.catalog.response.body.data.models[0];

test('language models come as one page, and can be iterated', async () => {
  await using server = await startReplay(routesOf(GOLDEN.models));
  const models = createModels({ ...server.clientOptions, validateResponses: true });
  const page = await models.list();
  expect(page.data).toEqual(GOLDEN.models.response.body.data);
  expect(page.hasNextPage()).toBe(false);
  const ids: string[] = [];
  for await (const { id } of models.list()) ids.push(id);
  expect(ids).toEqual(['qwen3.6-35b-a3b-gguf-iq4xs']);
  expect(server.lines()).toEqual(['GET /v1/models', 'GET /v1/models']);
  expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-demo-0001');
});

test('one language model has no envelope', async () => {
  await using server = await startReplay(routesOf(GOLDEN.model));
  const models = createModels({ ...server.clientOptions, validateResponses: true });
  expect(await models.get('qwen3.6-35b-a3b-gguf-iq4xs')).toEqual(GOLDEN.model.response.body);
});

test('a model id may hold slashes and other scripts', async () => {
  await using server = await startReplay({});
  const models = createModels(server.clientOptions);
  await expect(models.get('vendor/modèle')).rejects.toBeInstanceOf(NotFoundError);
  await expect(models.catalog.get('a/b')).rejects.toMatchObject({
    message: expect.stringContaining('catalogue model a/b'),
  });
  expect(server.lines()).toEqual(['GET /v1/models/vendor%2Fmod%C3%A8le', 'GET /v1/model-catalog/a%2Fb']);
});

test('the catalogue is filtered, and sends no credential', async () => {
  await using server = await startReplay(routesOf(GOLDEN.catalog));
  const { catalog } = createModels({ ...server.clientOptions, validateResponses: true });
  const page = await catalog.list({ mediaType: 'image', network: 'fast' });
  expect(page.data).toEqual([catalogModel]);
  expect(page.next).toBeNull();
  expect(server.lines()).toEqual([`GET ${GOLDEN.catalog.request.path}`]);
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('the catalogue can be read without any credential, with parameters', async () => {
  const model = { ...catalogModel, parameters: { steps: { min: 1, max: 8, default: 8 } } };
  await using server = await startReplay({
    'GET /v1/model-catalog/z_image_turbo_bf16': { body: { status: 'success', data: { model } } },
    'GET /v1/model-catalog': GOLDEN.catalog.response,
  });
  const { apiKey: _, ...anonymous } = server.clientOptions;
  const { catalog } = createModels({ ...anonymous, validateResponses: true });
  expect(await catalog.get('z_image_turbo_bf16')).toEqual(model);
  const names: string[] = [];
  for await (const { name } of catalog.list({ include: 'parameters' })) names.push(name);
  expect(names).toEqual(['Z-Image Turbo']);
  expect(server.lines()[1]).toBe('GET /v1/model-catalog?include=parameters');
});

test.each([
  ['a model without its id', { object: 'model', owned_by: 'sogni' }],
  ['an envelope around it', { status: 'success', data: { id: 'm' } }],
])('an answer that holds %s is refused', async (_, body) => {
  await using server = await startReplay({ 'GET /v1/models/m': { body } });
  await expect(createModels(server.clientOptions).get('m')).rejects.toMatchObject({
    name: 'ResponseValidationError',
  });
});

test('a list with an incomplete model is refused', async () => {
  await using server = await startReplay({ 'GET /v1/models': { body: { object: 'list', data: [{}] } } });
  await expect(createModels(server.clientOptions).list()).rejects.toMatchObject({
    name: 'ResponseValidationError',
    message: expect.stringContaining('"data"'),
  });
});
