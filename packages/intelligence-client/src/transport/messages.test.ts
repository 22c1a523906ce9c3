import type { ServerResponse } from 'node:http';
import { beforeEach, expect, test, vi } from 'vitest';
import { SogniError } from '../errors/sogni-error.ts';
import { closedPort, connect, failure, GET, json, ONCE, START, send, serve } from './loopback.testkit.ts';
import { createTransport } from './transport.ts';

/** What a user reads: the message, and the hint below it. Ports differ between runs. */
function read(error: unknown): string {
  if (!(error instanceof SogniError)) throw error;
  return `${error.name}: ${error.message}\n${error.hint ?? 'no hint'}`.replace(/127\.0\.0\.1:\d+/g, 'host');
}

function thrown(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const idempotencyKey = 'key-1';
const subject = 'workflow wf_1';

/** The failure of one call to a server that answers like this. */
async function answered(
  answer: (response: ServerResponse) => void,
  spec: Parameters<typeof send>[1] = START,
  timeout = 10_000,
) {
  await using server = await serve((response) => answer(response));
  const options = { timeout, maxRetries: 0, ...(spec.method !== 'GET' && { idempotencyKey }) };
  return read(await failure(send(connect(server.url), { ...spec, subject }, options)));
}

const status = (code: number, message: string, headers = {}) =>
  answered((response) => json(response, { status: 'error', message }, code, headers));

test('error statuses name the call, the reason and the next step', async () => {
  expect(await status(401, 'Authorization header or auth cookie required')).toMatchInlineSnapshot(`
    "AuthenticationError: 401 from POST http://host/v1/things (workflow wf_1): Authorization header or auth cookie required
    Check the API key or access token; keys are made in the Sogni dashboard."
  `);
  expect(await status(402, 'Insufficient balance')).toMatchInlineSnapshot(`
    "InsufficientBalanceError: 402 from POST http://host/v1/things (workflow wf_1): Insufficient balance
    Add credit, or lower the cost of the request."
  `);
  expect(await status(403, 'An API key is needed')).toMatchInlineSnapshot(`
    "PermissionDeniedError: 403 from POST http://host/v1/things (workflow wf_1): An API key is needed
    This credential may not do that; starting runs needs an API key."
  `);
  expect(await status(404, 'Not found')).toMatchInlineSnapshot(`
    "NotFoundError: 404 from POST http://host/v1/things (workflow wf_1): Not found
    Check the id; it must belong to the account of this credential."
  `);
  expect(await status(409, 'Too many active workflows')).toMatchInlineSnapshot(`
    "ConflictError: 409 from POST http://host/v1/things (workflow wf_1): Too many active workflows
    Read its state before you send it again."
  `);
  expect(await status(400, 'steps is empty')).toMatchInlineSnapshot(`
    "BadRequestError: 400 from POST http://host/v1/things (workflow wf_1): steps is empty
    Change the request before you send it again."
  `);
  expect(await status(422, 'The template does not compile')).toMatchInlineSnapshot(`
    "UnprocessableEntityError: 422 from POST http://host/v1/things (workflow wf_1): The template does not compile
    Correct what issues and compileErrors name."
  `);
  expect(await status(429, 'Slow down', { 'retry-after': '30' })).toMatchInlineSnapshot(`
    "RateLimitError: 429 from POST http://host/v1/things (workflow wf_1): Slow down
    Wait 30 s before the next attempt."
  `);
  expect(await status(500, 'Oops')).toMatchInlineSnapshot(`
    "InternalServerError: 500 from POST http://host/v1/things (workflow wf_1): Oops
    The server may have acted. Send it again with the idempotency key key-1: nothing is done twice."
  `);
  expect(await status(503, 'Restarting', { 'retry-after': '2' })).toMatchInlineSnapshot(`
    "InternalServerError: 503 from POST http://host/v1/things (workflow wf_1): Restarting
    Wait 2 s before the next attempt."
  `);
});

test('what is open after a write depends on its class', async () => {
  const cut = (response: ServerResponse) => response.socket?.destroy();
  expect(await answered(cut, START)).toMatchInlineSnapshot(`
    "ConnectionError: No answer from http://host/v1/things (workflow wf_1): the connection was closed (UND_ERR_SOCKET)
    The server may have acted. Send it again with the idempotency key key-1: nothing is done twice."
  `);
  expect(await answered(cut, ONCE)).toMatchInlineSnapshot(`
    "ConnectionError: No answer from http://host/v1/things (workflow wf_1): the connection was closed (UND_ERR_SOCKET)
    The server may have acted. Read its state before you send it again."
  `);
  expect(await answered(cut, GET)).toMatchInlineSnapshot(`
    "ConnectionError: No answer from http://host/v1/things (workflow wf_1): the connection was closed (UND_ERR_SOCKET)
    Check the address and the network."
  `);
});

test('timeouts say how long they waited', async () => {
  expect(await answered(() => {}, GET, 50)).toMatchInlineSnapshot(`
    "TimeoutError: http://host/v1/things (workflow wf_1) gave no complete answer within 50 ms
    Raise timeout if the server needs longer."
  `);
  expect(await answered(() => {}, ONCE, 50)).toMatchInlineSnapshot(`
    "TimeoutError: http://host/v1/things (workflow wf_1) gave no complete answer within 50 ms
    The server may have acted. Read its state before you send it again."
  `);
});

test('answers that are none say what came instead', async () => {
  expect(await answered((response) => response.end('<html>'), GET)).toMatchInlineSnapshot(`
    "ResponseValidationError: The answer of http://host/v1/things is not what the API promises: a web page came instead of JSON
    Check that baseURL is the Sogni API, and that this SDK is up to date."
  `);
  expect(await answered((response) => response.end('{"a"'), GET)).toMatchInlineSnapshot(`
    "ConnectionError: The answer of http://host/v1/things (workflow wf_1) was cut, or is not JSON
    Try again; if it stays so, check that baseURL is the Sogni API."
  `);
  expect(
    await answered((response) => json(response, {}, 302, { location: 'https://x.example/' }), GET),
  ).toMatchInlineSnapshot(`
    "UnsafeURLError: http://host/v1/things redirected the GET to https://x.example, where it is not followed
    Check that baseURL is the Sogni API."
  `);
});

test('connections that fail name the address and the cause', async () => {
  const transport = connect(await closedPort(), { maxRetries: 0 });
  expect(read(await failure(send(transport, { ...GET, subject })))).toMatchInlineSnapshot(`
    "ConnectionError: No answer from http://host/v1/things (workflow wf_1): the connection was refused (ECONNREFUSED)
    Check the address and the network."
  `);
  const controller = new AbortController();
  controller.abort();
  expect(
    read(await failure(send(transport, { ...START, subject }, { signal: controller.signal }))),
  ).toMatchInlineSnapshot(`
    "AbortError: The call to http://host/v1/things (workflow wf_1) was aborted by its signal
    no hint"
  `);
});

test('wrong options say what was expected', () => {
  const make = (options: object) => read(thrown(() => createTransport(options)));
  expect(make({ api_key: 'x', timeout: 0 })).toMatchInlineSnapshot(`
    "InvalidRequestError: Wrong client options: unknown option "api_key"; did you mean "apiKey"?; timeout must be milliseconds, more than 0
    no hint"
  `);
  expect(make({ apiKey: 'a', accessToken: 'b' })).toMatchInlineSnapshot(`
    "InvalidRequestError: Pass apiKey or accessToken, not both
    no hint"
  `);
  expect(make({ baseURL: 'localhost' })).toMatchInlineSnapshot(`
    "InvalidRequestError: baseURL is not a URL: write it in full, like https://api.sogni.ai
    no hint"
  `);
  expect(make({ baseURL: 'http://localhost:4000' })).toMatchInlineSnapshot(`
    "UnsafeURLError: baseURL http://localhost:4000 is a loopback address, so the credential is not sent there
    For local testing set allowUnsafeBaseURL: true, or SOGNI_ALLOW_UNSAFE_API_BASE_URL=1."
  `);
  expect(make({ baseURL: 'https://api.example.com/v1' })).toMatchInlineSnapshot(`
    "UnsafeURLError: baseURL https://api.example.com is not a host that may receive the credential
    If you trust it, add "api.example.com" to allowedHosts, or to SOGNI_API_ALLOWED_HOSTS."
  `);
  expect(make({ baseURL: 'wss://api.sogni.ai' })).toMatchInlineSnapshot(`
    "UnsafeURLError: baseURL has the scheme "wss:"; only https and http can be used
    no hint"
  `);
});

test('a missing credential says where it is looked for', async () => {
  vi.stubEnv('SOGNI_API_KEY', '');
  const transport = createTransport({ baseURL: 'http://127.0.0.1:1', allowUnsafeBaseURL: true });
  expect(read(await failure(send(transport)))).toMatchInlineSnapshot(`
    "InvalidRequestError: No credential: this call needs an API key or an access token
    Pass apiKey, or set SOGNI_API_KEY; or pass accessToken."
  `);
});
