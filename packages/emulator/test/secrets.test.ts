import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmulator } from '../src/index.ts';
import { KEYFRAME_TO_CLIP, talkTo, WORKFLOWS } from './api.ts';
import { tinyRenderer } from './tiny-renderer.ts';

const CANARY = 'canary-5f2c91e07b';

test('an API key is in no file, no log line, no record and no error', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'emulator-test-'));
  const said: string[] = [];
  const emulator = await startEmulator({
    dataDir,
    apiKeys: { [CANARY]: 'wallet' },
    renderer: tinyRenderer(),
    onRequest: (line) => said.push(line),
  });
  const api = talkTo(emulator);
  const steps = KEYFRAME_TO_CLIP;
  const tell = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await api.call(method, path, body, headers);
    said.push(JSON.stringify([answer.body, [...answer.headers]]));
    return answer.status;
  };
  const started = await api.start({ input: { steps } }, { 'idempotency-key': 'one', 'api-key': CANARY });
  const { workflowId } = started.body.data.workflow;
  said.push(JSON.stringify(await api.settled(workflowId)));
  const stream = await fetch(`${emulator.url}${WORKFLOWS}/${workflowId}/events/stream`, {
    headers: { authorization: CANARY },
  });
  said.push(await stream.text());

  expect(await tell('POST', WORKFLOWS, '{', {})).toBe(400);
  expect(await tell('POST', WORKFLOWS, { input: { steps: [] } })).toBe(400);
  expect(await tell('GET', `${WORKFLOWS}/unknown`)).toBe(404);
  expect(await tell('GET', '/nowhere')).toBe(404);
  expect(await tell('PUT', WORKFLOWS)).toBe(405);
  expect(await tell('POST', `${WORKFLOWS}/${workflowId}/resume`)).toBe(409);
  expect(await tell('GET', '/v1/models', undefined, { 'x-emulator-fault': 'none' })).toBe(400);
  // Nearly right, as after a slip of the hand.
  expect(await tell('GET', '/v1/models', undefined, { authorization: `Bearer ${CANARY}x` })).toBe(401);
  expect(
    await tell('GET', '/v1/models', undefined, { authorization: '', cookie: `authorization=${CANARY}` }),
  ).toBe(401);
  expect(await tell('GET', '/_emulator/faults')).toBe(200);
  expect(await tell('GET', `/v1/models?api_key=${CANARY}`)).toBe(200);

  const read = () => {
    const names = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return names.map(({ parentPath, name }) => name + readFileSync(join(parentPath, name), 'latin1'));
  };
  const whileOpen = read();
  expect(whileOpen.length).toBeGreaterThan(3);
  await emulator.close();
  const everything = [...said, ...whileOpen, ...read()].join('\n');
  rmSync(dataDir, { recursive: true });
  expect(everything).toContain(workflowId);
  expect(everything).not.toContain(CANARY);
});
