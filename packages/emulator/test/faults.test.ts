import { expect, test } from 'vitest';
import { IMAGE_STEP, KEYFRAME_TO_CLIP, startApi, WORKFLOWS } from './api.ts';

const PLAN = { input: { steps: [IMAGE_STEP] } };

test.each([
  ['unauthorized', {}, 401, { errorCode: 101 }],
  ['payment_required', {}, 402, { errorCode: 4024 }],
  ['active_limit', {}, 409, { details: { activeWorkflowCount: 10, activeWorkflowLimit: 10 } }],
  [
    'rate_limit',
    { retryAfter: 1.5 },
    429,
    { errorCode: 126, retryAfter: 1.5, details: { retryAfterSeconds: 1.5 } },
  ],
  ['unavailable', { retryAfter: 10 }, 503, { retryAfter: 10 }],
] as const)('%s answers once, and nothing is started', async (name, settings, status, body) => {
  await using api = await startApi();
  api.emulator.faults.add({ name, ...settings });
  const answer = await api.start(PLAN);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ status: 'error', ...body });
  const expected = 'retryAfter' in settings ? String(Math.ceil(settings.retryAfter)) : null;
  expect(answer.headers.get('retry-after')).toBe(expected);
  expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
  expect(api.emulator.store.workflowsStarted()).toBe(0);
  expect((await api.start(PLAN)).status).toBe(201);
});

test('proxy_timeout answers 524 with a page instead of an envelope', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'proxy_timeout' });
  const response = await fetch(api.emulator.url + WORKFLOWS, { headers: { 'api-key': api.emulator.apiKey } });
  expect(response.status).toBe(524);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toContain('<h1>');
});

test('a lost answer has done its work: the key finds it', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'lost_answer' });
  await expect(api.start(PLAN, { 'idempotency-key': 'k' })).rejects.toThrow();
  expect(api.emulator.store.workflowsStarted('k')).toBe(1);
  const again = await api.start(PLAN, { 'idempotency-key': 'k' });
  expect(again.status).toBe(200);
  expect(api.emulator.store.workflowsStarted('k')).toBe(1);
});

test('cut breaks the body off after so many bytes', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'cut', bytes: 10 });
  const response = await fetch(api.emulator.url + WORKFLOWS, { headers: { 'api-key': api.emulator.apiKey } });
  expect(response.status).toBe(200);
  const read: number[] = [];
  const reading = (async () => {
    for await (const part of response.body ?? []) read.push(part.byteLength);
  })();
  await expect(reading).rejects.toThrow();
  expect(read.reduce((sum, size) => sum + size, 0)).toBe(10);
});

test('stall holds the rest of the body back for a while', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'stall', bytes: 5, ms: 20 });
  const answer = await api.call<{ workflows: unknown[] }>('GET', WORKFLOWS);
  expect(answer.body.data.workflows).toEqual([]);
});

test('a stall without an end lasts until the client gives up, and does not keep the emulator from closing', async () => {
  const api = await startApi();
  api.emulator.faults.add({ name: 'stall' });
  const request = fetch(api.emulator.url + WORKFLOWS, {
    headers: { 'api-key': api.emulator.apiKey },
    signal: AbortSignal.timeout(50),
  });
  await expect(request.then((response) => response.text())).rejects.toThrow();
  await api.emulator.close();
});

test('malformed_json cannot be parsed', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'malformed_json' });
  const response = await fetch(api.emulator.url + WORKFLOWS, { headers: { 'api-key': api.emulator.apiKey } });
  await expect(response.json()).rejects.toThrow(SyntaxError);
});

async function streamWith(fault: string) {
  await using api = await startApi();
  const { workflowId, events } = await api.run(KEYFRAME_TO_CLIP);
  const response = await fetch(`${api.emulator.url}${WORKFLOWS}/${workflowId}/events/stream`, {
    headers: { 'api-key': api.emulator.apiKey, 'x-emulator-fault': fault },
  });
  let text = '';
  let broken = false;
  try {
    for await (const part of response.body ?? []) text += new TextDecoder().decode(part);
  } catch {
    broken = true;
  }
  const ids = [...text.matchAll(/^id: (\d+)\nevent: workflow_event/gm)].map(([, id]) => Number(id));
  return { text, broken, ids, events };
}

test('stream_cut breaks the stream off after so many events', async () => {
  const { ids, broken, text } = await streamWith('stream_cut;events=3');
  expect(ids).toEqual([0, 1, 2]);
  expect(broken).toBe(true);
  expect(text).not.toContain('workflow_status');
});

test('cut breaks a stream off inside a frame', async () => {
  const { text, broken } = await streamWith('cut;bytes=33');
  expect(Buffer.byteLength(text)).toBe(33);
  expect(broken).toBe(true);
});

test('duplicate_frames sends every event twice, and still ends properly', async () => {
  const { ids, events, text, broken } = await streamWith('duplicate_frames');
  expect(ids).toEqual(events.flatMap(({ sequence }) => [sequence, sequence]));
  expect(text.trimEnd().endsWith('"status":"completed"}')).toBe(true);
  expect(broken).toBe(false);
});

test('reorder_frames swaps neighbours', async () => {
  const { ids } = await streamWith('reorder_frames');
  expect(ids).toEqual([1, 0, 3, 2, 5, 4, 7, 6, 9, 8]);
});

test('malformed_json breaks the data of events, not the frames', async () => {
  const { text, ids } = await streamWith('malformed_json');
  expect(ids).toHaveLength(10);
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? '';
  expect(() => JSON.parse(data)).toThrow(SyntaxError);
});

test.each([
  ['insufficient_credit', 'insufficient_credit', false],
  ['safety_review_required', 'safety_review_required', false],
  ['cost_approval_required', 'cost_approval_required', true],
] as const)('%s pauses the workflow it hits', async (name, waitingReason, awaitingCostApproval) => {
  await using api = await startApi();
  const started = await api.start(PLAN, { 'x-emulator-fault': name });
  expect(started.status).toBe(awaitingCostApproval ? 202 : 201);
  const record = await api.settled(started.body.data.workflow.workflowId);
  expect(record).toMatchObject({ status: 'waiting_for_user', waitingReason, awaitingCostApproval });
});

test('failed_step fails the step that is named', async () => {
  await using api = await startApi();
  const started = await api.start(
    { input: { steps: KEYFRAME_TO_CLIP } },
    { 'x-emulator-fault': 'failed_step;step=clip;code=PROVIDER_TIMEOUT' },
  );
  const record = await api.settled(started.body.data.workflow.workflowId);
  expect(record.status).toBe('partial_failure');
  expect(record.steps[1]?.error).toMatchObject({ code: 'PROVIDER_TIMEOUT' });
});

test('latency only delays', async () => {
  await using api = await startApi();
  expect((await api.call('GET', WORKFLOWS, undefined, { 'x-emulator-fault': 'latency;ms=1' })).status).toBe(
    200,
  );
});

test('a fault hits as often as asked, on the route and method asked', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'unavailable', times: 2, route: `${WORKFLOWS}/*/events`, method: 'GET' });
  const { workflowId } = await api.run([IMAGE_STEP]);
  const statuses: number[] = [];
  for (let n = 0; n < 3; n += 1)
    statuses.push((await api.call('GET', `${WORKFLOWS}/${workflowId}/events`)).status);
  expect(statuses).toEqual([503, 503, 200]);
  api.emulator.faults.add({ name: 'rate_limit', times: Number.POSITIVE_INFINITY });
  expect((await api.call('GET', WORKFLOWS)).status).toBe(429);
  expect((await api.call('GET', WORKFLOWS)).status).toBe(429);
  api.emulator.faults.clear();
  expect((await api.call('GET', WORKFLOWS)).status).toBe(200);
});

test('unknown faults and settings are refused by name', async () => {
  await using api = await startApi();
  const unknown = await api.call('GET', WORKFLOWS, undefined, { 'x-emulator-fault': 'earthquake' });
  expect([unknown.status, unknown.body.message]).toEqual([400, expect.stringContaining('"earthquake"')]);
  const setting = await api.call('POST', '/_emulator/faults', { name: 'cut', size: 3 });
  expect([setting.status, setting.body.message]).toEqual([400, expect.stringContaining('"size"')]);
  const value = await api.call('POST', '/_emulator/faults', { name: 'cut', bytes: -3 });
  expect([value.status, value.body.message]).toEqual([400, expect.stringContaining('"bytes"')]);
});

test('control routes arm, list and clear faults', async () => {
  await using api = await startApi();
  type Faults = { faults: { name: string; times: number }[] };
  const added = await api.call<Faults>('POST', '/_emulator/faults', { name: 'unavailable', times: 3 });
  expect(added.body.data.faults).toEqual([{ name: 'unavailable', times: 3 }]);
  expect((await api.call('GET', WORKFLOWS)).status).toBe(503);
  expect((await api.call<Faults>('GET', '/_emulator/faults')).body.data.faults[0]?.times).toBe(2);
  expect((await api.call<Faults>('DELETE', '/_emulator/faults')).body.data.faults).toEqual([]);
  expect((await api.call('GET', WORKFLOWS)).status).toBe(200);
});

test('control routes need the key and no page of another origin', async () => {
  await using api = await startApi();
  const path = '/_emulator/faults';
  expect((await fetch(api.emulator.url + path)).status).toBe(401);
  for (const origin of [
    'https://evil.example',
    'null',
    `http://evil.example:${new URL(api.emulator.url).port}`,
  ]) {
    expect((await api.call('GET', path, undefined, { origin })).status).toBe(403);
  }
  expect((await api.call('GET', path, undefined, { origin: api.emulator.url })).status).toBe(200);
});
