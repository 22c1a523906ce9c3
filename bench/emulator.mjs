// P13: durable workflow starts a second, and the time until the emulator serves. The load comes from this process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './child.mjs';

const STARTS = 4_000;
const CONNECTIONS = 32;

const SERVER = `
import { startEmulator } from '@sogni/emulator';
const emulator = await startEmulator(JSON.parse(process.argv[1]));
console.log(JSON.stringify({ url: emulator.url, apiKey: emulator.apiKey }));
`;

const dataDir = mkdtempSync(join(tmpdir(), 'sogni-bench-'));
const spawnedAt = performance.now();
// A long step delay: only the starts are measured, not the work they begin.
const server = await startServer(SERVER, { dataDir, activeWorkflowLimit: 1e9, stepDelay: 3_600_000 });
const ready = performance.now() - spawnedAt;

const body = JSON.stringify({
  input: { steps: [{ id: 'still', toolName: 'generate_image', arguments: { prompt: 'A fox' } }] },
});
async function startOne() {
  const headers = {
    authorization: `Bearer ${server.apiKey}`,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  const response = await fetch(`${server.url}/v1/creative-agent/workflows`, {
    method: 'POST',
    headers,
    body,
  });
  await response.arrayBuffer();
  if (response.status !== 201) throw new Error(`a start answered ${response.status}`);
}

let started = 0;
const startedAt = performance.now();
await Promise.all(
  Array.from({ length: CONNECTIONS }, async () => {
    while (started < STARTS) {
      started += 1;
      await startOne();
    }
  }),
);
const seconds = (performance.now() - startedAt) / 1000;
server.stop();
rmSync(dataDir, { recursive: true, force: true });
console.log(
  JSON.stringify({
    id: 'P13',
    what: 'emulator: durable starts a second',
    value: STARTS / seconds,
    target: '>= 1000',
  }),
);
console.log(
  JSON.stringify({
    id: 'P13',
    what: 'emulator: ready to serve after spawn, ms',
    value: ready,
    target: '<= 250',
  }),
);
