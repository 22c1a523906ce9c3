import { expect, test } from 'vitest';
import { startEmulator } from '../src/index.ts';
import { IMAGE_STEP, startApi, WORKFLOWS } from './api.ts';

test('health needs no credential', async () => {
  await using api = await startApi();
  const response = await fetch(`${api.emulator.url}/health`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});

test('an unknown route is 404 and a wrong method 405, in the envelope and with a request id', async () => {
  await using api = await startApi();
  const missing = await api.call('GET', '/v1/nowhere');
  expect(missing.body).toEqual({
    status: 'error',
    errorCode: 104,
    message: 'There is no route GET /v1/nowhere',
  });
  const wrong = await api.call('DELETE', WORKFLOWS);
  expect([wrong.status, wrong.body.status]).toEqual([405, 'error']);
  expect(wrong.headers.get('allow')).toBe('GET, POST');
  for (const { headers } of [missing, wrong])
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f-]{36}$/);
});

test('bodies that are no JSON object are 400, larger ones than 10 MiB are 413', async () => {
  await using api = await startApi();
  expect((await api.start('{"input":')).body.message).toContain('not valid JSON');
  expect((await api.start('[]')).body.message).toContain('must be a JSON object');
  expect((await api.start('')).status).toBe(400);
  const large = await api.start(`{"input":"${'x'.repeat(10 * 1024 * 1024)}"}`);
  expect([large.status, large.body.message]).toEqual([413, expect.stringContaining('10 MiB')]);
  const chunked = await fetch(api.emulator.url + WORKFLOWS, {
    method: 'POST',
    headers: { 'api-key': api.emulator.apiKey },
    body: new Blob(Array.from({ length: 11 }, () => 'x'.repeat(1024 * 1024))).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(chunked.status).toBe(413);
});

test('an empty body of type JSON is fine where no body is needed', async () => {
  await using api = await startApi();
  const { workflowId } = await api.run([IMAGE_STEP]);
  const headers = { 'api-key': api.emulator.apiKey, 'content-type': 'application/json' };
  const url = `${api.emulator.url}${WORKFLOWS}/${workflowId}`;
  expect((await fetch(url, { headers })).status).toBe(200);
  expect((await fetch(`${url}/cancel`, { method: 'POST', headers })).status).toBe(200);
});

test('path ids are decoded', async () => {
  await using api = await startApi();
  const answer = await api.call('GET', `${WORKFLOWS}/run%20%2F%201`);
  expect([answer.status, answer.body.message]).toEqual([404, expect.stringContaining('run / 1')]);
});

test.each(['limit=0', 'limit=x', 'offset=-1'])('the list refuses %s', async (query) => {
  await using api = await startApi();
  expect((await api.call('GET', `${WORKFLOWS}?${query}`)).status).toBe(400);
});

test('a web page may use the API, without cookies', async () => {
  await using api = await startApi();
  const preflight = await fetch(api.emulator.url + WORKFLOWS, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  const { workflowId } = await api.run([IMAGE_STEP]);
  for (const path of [WORKFLOWS, `${WORKFLOWS}/${workflowId}/events/stream`, '/v1/nowhere']) {
    const response = await fetch(api.emulator.url + path, { headers: { 'api-key': api.emulator.apiKey } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
    await response.body?.cancel();
  }
});

test('onRequest gets one line a request', async () => {
  const lines: string[] = [];
  await using api = await startApi({ onRequest: (line) => lines.push(line) });
  const { headers } = await api.call('GET', `${WORKFLOWS}?limit=1`);
  await api.call('GET', '/v1/nowhere');
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^GET ${WORKFLOWS} 200 \\d+ ms ${headers.get('x-request-id')}$`)),
    expect.stringMatching(/^GET \/v1\/nowhere 404 \d+ ms req_/),
  ]);
});

test('models come as OpenAI sends them', async () => {
  await using api = await startApi();
  const headers = { 'api-key': api.emulator.apiKey };
  const list = await (await fetch(`${api.emulator.url}/v1/models`, { headers })).json();
  expect(list).toMatchObject({ object: 'list', data: [{ object: 'model', owned_by: 'sogni' }, {}, {}] });
  const one = await fetch(`${api.emulator.url}/v1/models/${list.data[0].id}`, { headers });
  expect(await one.json()).toEqual(list.data[0]);
  const missing = await fetch(`${api.emulator.url}/v1/models/gpt-9`, { headers });
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { error: expect.objectContaining({ code: 'model_not_found' }) },
  ]);
});

test('account and subscription', async () => {
  await using api = await startApi();
  expect(
    (await api.call<{ walletAddress: string }>('GET', '/v1/account/me')).body.data.walletAddress,
  ).toMatch(/^0x/);
  const subscription = await api.call('GET', '/v1/subscriptions/status');
  expect(subscription.body.data).toEqual({ subscription: { active: false, status: 'none' } });
});

test('options that cannot work are refused before anything is opened', async () => {
  await expect(startEmulator({ prot: 1 } as object)).rejects.toThrow(
    /Unknown emulator option "prot"; known options: port/,
  );
  await expect(startEmulator({ port: 70_000 })).rejects.toThrow(/"port" is 70000/);
  await expect(startEmulator({ stepDelay: -1 })).rejects.toThrow(/"stepDelay"/);
  await expect(startEmulator({ apiKeys: {} })).rejects.toThrow(/"apiKeys" is empty/);
  await expect(startEmulator({ memory: true, dataDir: '/nowhere' })).rejects.toThrow(/not both/);
});

test('a closed emulator ends open streams', async () => {
  const api = await startApi({ stepDelay: 60_000 });
  const { body } = await api.start({ input: { steps: [IMAGE_STEP] } });
  const response = await fetch(
    `${api.emulator.url}${WORKFLOWS}/${body.data.workflow.workflowId}/events/stream`,
    {
      headers: { 'api-key': api.emulator.apiKey },
    },
  );
  const reading = response.text();
  await Promise.all([api.emulator.close(), expect(reading).rejects.toThrow()]);
  await api.emulator.close();
});

test('a body that is nested too deep is 400; brackets in a text are no levels', async () => {
  await using api = await startApi();
  const nested = (levels: number, open: string, close: string) =>
    `{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"\\"${'['.repeat(9000)}"},"x":${open.repeat(levels)}0${close.repeat(levels)}}]}}`;
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const deep = await api.call('POST', WORKFLOWS, nested(100_000, open, close));
    expect([deep.status, deep.body.message]).toEqual([
      400,
      expect.stringContaining('deeper than 500 levels'),
    ]);
    expect((await api.call('POST', WORKFLOWS, nested(400, open, close))).status).toBe(201);
  }
});

test('an offset beyond every number is an empty page', async () => {
  await using api = await startApi();
  const answer = await api.call('GET', `${WORKFLOWS}?offset=99999999999999999999&limit=99999999999999999999`);
  expect(answer.body.data).toEqual({ workflows: [], next: null });
});
