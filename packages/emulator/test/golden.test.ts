import { expect, test } from 'vitest';
import { GOLDEN, type GoldenExchange, goldenStream } from '../../intelligence-client/fixtures/golden.ts';
import { startApi } from './api.ts';

/** Values that every server makes up: ids, addresses, times, seeds, names of refusals. */
const MADE_UP =
  /(?:^|\.)(?:workflowId|id|url|message|timestamp|\w+(?:Time|At|Until)|newSeed|seed|plan|kind)$/;

/**
 * Everything a recorded answer holds must be there with the same value; what a server makes up, with the same type. More
 * fields than recorded are welcome.
 */
function differences(recorded: unknown, actual: unknown, path = ''): string[] {
  if (MADE_UP.test(path)) return typeof actual === typeof recorded ? [] : [`${path} is ${typeof actual}`];
  if (typeof recorded !== 'object' || recorded === null) {
    return Object.is(recorded, actual) ? [] : [`${path}: ${String(actual)} instead of ${String(recorded)}`];
  }
  if (Array.isArray(recorded) && Array.isArray(actual) && recorded.length !== actual.length) {
    return [`${path} has ${actual.length} items instead of ${recorded.length}`];
  }
  return Object.entries(recorded).flatMap(([key, value]) =>
    differences(
      value,
      (Object(actual) as Record<string, unknown>)[key],
      path === '' ? key : `${path}.${key}`,
    ),
  );
}

type Api = Awaited<ReturnType<typeof startApi>>;

async function send(
  api: Api,
  { request }: GoldenExchange,
  id = '',
): Promise<{ status: number; body: unknown }> {
  const path = request.path.replace(/\/wf_[^/?]+/, `/${id}`);
  return await api.call(request.method, path, request.body, request.headers ?? {});
}

/** Sends what was recorded and compares the answer with the recording. */
async function replay(api: Api, exchange: GoldenExchange, id?: string) {
  const answer = await send(api, exchange, id);
  expect(differences(exchange.response.body, answer.body)).toEqual([]);
  expect(answer.status).toBe(exchange.response.status);
  return answer.body as { data: { workflow: { workflowId: string } } };
}

test('20.1: without a credential', async () => {
  await using api = await startApi();
  const response = await fetch(api.emulator.url + GOLDEN.unauthenticated.request.path);
  expect(response.status).toBe(GOLDEN.unauthenticated.response.status);
  expect(await response.json()).toEqual(GOLDEN.unauthenticated.response.body);
});

test('20.7: a keyframe that feeds a clip, repeated with its key, streamed and finished', async () => {
  await using api = await startApi();
  const { data } = await replay(api, GOLDEN.startInline);
  const id = data.workflow.workflowId;
  const repeated = await send(api, GOLDEN.startRepeated);
  expect(repeated).toMatchObject({ status: 200, body: { data: { workflow: { workflowId: id } } } });
  const stream = await fetch(`${api.emulator.url}/v1/creative-agent/workflows/${id}/events/stream`, {
    headers: { authorization: `Bearer ${api.emulator.apiKey}` },
  });
  const text = await stream.text();

  const frames = (sse: string) => sse.split('\n\n').filter((frame) => frame !== '' && !frame.startsWith(':'));
  const types = (sse: string) =>
    frames(sse).map((frame) => /"type":"(\w+)"/.exec(frame)?.[1] ?? /event: (.+)/.exec(frame)?.[1]);
  const recorded = types(goldenStream());
  // The recording has one progress event; a step of no length here reports one as well, each step its own.
  expect(types(text).filter((type) => type !== 'workflow_progress')).toEqual(
    recorded.filter((type) => type !== 'workflow_progress'),
  );
  // The closing status frame repeats the id of the last event.
  const [lastEvent, status] = frames(text).slice(-2);
  const lastId = /^id: \d+/.exec(lastEvent ?? '')?.[0] ?? 'no id';
  expect(status).toBe(
    frames(goldenStream())
      .at(-1)
      ?.replace(/^id: \d+/, lastId)
      .replace(/wf_[\w-]+/, id),
  );

  const finished = (await send(api, GOLDEN.finished, id)).body as {
    data: { workflow: { events: unknown[] } };
  };
  const { events: _, ...record } = GOLDEN.finished.response.body.data.workflow;
  expect(differences(record, finished.data.workflow)).toEqual([]);
});

test('20.8 and 20.9: the two kinds, and media bound as input', async () => {
  await using api = await startApi({ stepDelay: 50 });
  for (const exchange of [GOLDEN.startImageToVideo, GOLDEN.startToolSequence, GOLDEN.startWithMedia]) {
    const resolved = JSON.parse(
      JSON.stringify(exchange).replaceAll('{API}', api.emulator.url),
    ) as GoldenExchange;
    const { status, body } = await send(api, resolved);
    expect([status, JSON.stringify(body)]).toEqual([201, expect.stringContaining('"workflowId":"wf_')]);
    const { data } = body as { data: { workflow: { workflowId: string } } };
    expect((await api.settled(data.workflow.workflowId)).status).toBe('completed');
  }
});

test('20.10: cancelling, twice', async () => {
  await using api = await startApi({ stepDelay: 60_000 });
  const id = (await api.start(GOLDEN.startInline.request.body)).body.data.workflow.workflowId;
  await replay(api, GOLDEN.cancel, id);
  await replay(api, GOLDEN.cancelAgain, id);
});

test('20.12: a partial failure, and a pause for credit that is resumed', async () => {
  await using api = await startApi();
  api.emulator.faults.add({
    name: 'partial_failure',
    code: 'GPU_WORKER_FAILED',
    message: 'The worker ran out of memory',
  });
  const failed = (await api.start(GOLDEN.startInline.request.body)).body.data.workflow.workflowId;
  await api.settled(failed);
  await replay(api, GOLDEN.partialFailure, failed);

  api.emulator.faults.add({ name: 'insufficient_credit' });
  const paused = (await api.start(GOLDEN.startInline.request.body)).body.data.workflow.workflowId;
  await api.settled(paused);
  await replay(api, GOLDEN.outOfCredit, paused);
  const resumed = await send(api, GOLDEN.resume, paused);
  expect(resumed).toMatchObject({ status: 202, body: { data: { resumed: true } } });
});

test('20.13: a reseed, repeated with its key', async () => {
  await using api = await startApi();
  const id = (await api.start(GOLDEN.startInline.request.body)).body.data.workflow.workflowId;
  await api.settled(id);
  const answer = (await send(api, GOLDEN.reseed, id)) as {
    status: number;
    body: { data: { reseed: unknown } };
  };
  expect(answer).toMatchObject({
    status: 201,
    body: {
      data: {
        reseed: {
          cloned_from_run_id: id,
          steps: [
            { id: 'keyframe', stepId: 'keyframe', seed: 777, newSeed: 777 },
            { id: 'clip', stepId: 'clip', seed: expect.any(Number), newSeed: expect.any(Number) },
          ],
        },
      },
    },
  });
  const again = await send(api, GOLDEN.reseedRepeated, id);
  expect(again).toMatchObject({
    status: 200,
    body: { data: { reseed: answer.body.data.reseed, idempotent: true } },
  });
});

test('20.15 and 20.18: refusals', async () => {
  await using api = await startApi({ stepDelay: 60_000 });
  await replay(api, GOLDEN.bothForms);
  api.emulator.faults.add({ name: 'rate_limit', retryAfter: 1837 });
  const limited = await send(api, GOLDEN.startRateLimited);
  expect(limited).toMatchObject({ status: 429, body: { errorCode: 126, retryAfter: 1837 } });
  for (let count = 0; count < 10; count += 1)
    expect((await api.start(GOLDEN.startInline.request.body)).status).toBe(201);
  await replay(api, GOLDEN.tooManyActive);
});

test('20.18: a start that forbids costs names the estimate', async () => {
  await using api = await startApi();
  const { status, body } = await send(api, GOLDEN.confirmationRequired);
  expect({ status, body }).toMatchObject({
    status: 400,
    body: { errorCode: 102, details: { estimatedCapacity: expect.any(Number), tokenType: 'spark' } },
  });
});

test('20.21: models, balance and subscription', async () => {
  await using api = await startApi({
    balances: { '0x5091000000000000000000000000000000000001': { sogni: 100, spark: 400, premiumSpark: 250 } },
  });
  const models = await send(api, GOLDEN.models);
  expect(models.body).toMatchObject({ object: 'list' });
  await replay(api, GOLDEN.model);
  await replay(api, GOLDEN.subscription);
  const balance = (await send(api, GOLDEN.balance)).body as { data: { sogni: object; spark: object } };
  const recorded = GOLDEN.balance.response.body.data;
  expect(Object.keys(balance.data.sogni).sort()).toEqual(Object.keys(recorded.sogni).sort());
  expect(Object.keys(balance.data.spark).sort()).toEqual(Object.keys(recorded.spark).sort());
  expect(balance.data.spark).toMatchObject({ net: '400', premiumCredit: '250' });
});
