import { expect, test } from 'vitest';
import { isSogniError } from '../errors/sogni-error.ts';
import { createWorkflows } from './api.ts';

const workflows = createWorkflows({
  apiKey: 'k',
  baseURL: 'http://127.0.0.1:1',
  allowUnsafeBaseURL: true,
  maxRetries: 0,
});
const plan = { input: { steps: [{ toolName: 'generate_image', arguments: {} }] } };

/** What a caller without types may pass. */
const untyped = <T>(json: string): T => JSON.parse(json) as T;

const calls: [string, () => PromiseLike<unknown>, string][] = [
  ['a misspelt option of wait', () => workflows.wait('wf_1', untyped('{"aprroveCost":true}')), 'aprroveCost'],
  ['a timeout that is no number', () => workflows.wait('wf_1', untyped('{"timeout":"abc"}')), 'timeout'],
  ['a signal that is none', () => workflows.wait('wf_1', untyped('{"signal":{}}')), 'signal'],
  ['a cursor that is none', () => workflows.wait('wf_1', untyped('{"after":-1}')), 'after'],
  ['an option of wait given to run', () => workflows.run(plan, untyped('{"after":1}')), 'after'],
];

test.each(calls)('%s is refused by name, before any request', async (_, call, path) => {
  const error = await Promise.resolve(call()).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'InvalidRequestError', issues: [{ path }], attempts: 0 });
});

test('options of a stream are refused when it is opened', () => {
  const open = (json: string) => () => workflows.streamEvents('wf_1', untyped(json));
  expect(open('{"idleTimeout":"x"}')).toThrow(/idleTimeout must be/);
  expect(open('{"reconnect":{"minDelays":1}}')).toThrow(/unknown option "reconnect.minDelays"/);
  expect(open('{"signal":{}}')).toThrow(/signal must be an AbortSignal/);
});

const nothing = untyped<undefined>('null');

test.each<[string, () => PromiseLike<unknown>]>([
  ['wait', () => workflows.wait('wf_1', nothing)],
  ['run', () => workflows.run(plan, nothing)],
  ['start', () => workflows.start(untyped('null'))],
  ['get', () => workflows.get('wf_1', nothing)],
  ['list', () => workflows.list(nothing)],
  ['listEvents', () => workflows.listEvents('wf_1', nothing)],
  ['resume', () => workflows.resume('wf_1', nothing)],
  ['reseed', () => workflows.reseed('wf_1', nothing)],
  ['confirmCost', () => workflows.confirmCost('wf_1', untyped('null'))],
  ['cancel', () => workflows.cancel(untyped('null'))],
])('null where %s takes an object rejects with an error of the SDK', async (_, call) => {
  const error = await Promise.resolve(call()).catch((reason: unknown) => reason);
  expect(isSogniError(error)).toBe(true);
});
