// P10: a warm JSON call over loopback, against bare fetch and json() on the same route.
import { SogniClient } from '@sogni/intelligence-client';
import { startServer } from './child.mjs';
import { median } from './median.mjs';

const CALLS = 2_000;
const ROUNDS = 7;

const SERVER = `
import { createServer } from 'node:http';
const body = JSON.stringify({ status: 'success', data: { workflow: { workflowId: 'wf_1', status: 'completed', artifacts: [], steps: [] } } });
const server = createServer((request, response) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body));
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port })));
`;

const server = await startServer(SERVER, {});
const sogni = new SogniClient({ apiKey: 'key', baseURL: server.url, allowUnsafeBaseURL: true });
const headers = { authorization: 'Bearer key', accept: 'application/json' };
const calls = {
  bare: async () => await (await fetch(`${server.url}/v1/creative-agent/workflows/wf_1`, { headers })).json(),
  client: async () => await sogni.workflows.get('wf_1'),
};

/** @param {() => Promise<unknown>} call */
async function time(call) {
  const startedAt = performance.now();
  for (let count = 0; count < CALLS; count += 1) await call();
  return performance.now() - startedAt;
}

const bare = [];
const client = [];
for (let round = -1; round < ROUNDS; round += 1) {
  const one = await time(calls.bare);
  const other = await time(calls.client);
  if (round >= 0) bare.push(one) && client.push(other);
}
server.stop();
console.log(
  JSON.stringify({
    id: 'P10',
    what: 'JSON call, times bare fetch',
    value: median(client) / median(bare),
    target: '<= 1.3',
  }),
);
