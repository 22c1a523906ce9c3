// P3: the workflow event stream, cursor and dedupe on, against a loop of indexOf and JSON.parse over the same bytes.
import { SogniClient } from '@sogni/intelligence-client';
import { startServer } from './child.mjs';
import { median } from './median.mjs';

const EVENTS = 200_000;
const ROUNDS = 7;

const SERVER = `
import { createServer } from 'node:http';
const { events } = JSON.parse(process.argv[1]);
const frame = (n) => {
  const type = n === events - 1 ? 'workflow_completed' : 'workflow_progress';
  const event = { id: 'evt_' + n, workflowId: 'wf_1', sequence: n, timestamp: '2026-01-01T00:00:00.000Z', type, status: 'running', data: { stepId: 'clip', progress: 0.5 } };
  return 'id: ' + n + '\\nevent: workflow_event\\ndata: ' + JSON.stringify(event) + '\\n\\n';
};
const body = Buffer.from(Array.from({ length: events }, (_, n) => frame(n)).join(''));
const record = { workflowId: 'wf_1', status: 'completed', events: [{ sequence: events - 1, type: 'workflow_completed' }] };
const server = createServer(async (request, response) => {
  if (!request.url.includes('/stream')) return response.end(JSON.stringify({ status: 'success', data: { workflow: record } }));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let at = 0; at < body.length; at += 65536) {
    if (!response.write(body.subarray(at, at + 65536))) await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end();
}).listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port })));
`;

/** The limit: what has to be done at the least. @param {string} url */
async function byHand(url) {
  const response = await fetch(`${url}/v1/creative-agent/workflows/wf_1/events/stream`);
  const decoder = new TextDecoder();
  let buffer = '';
  let count = 0;
  for await (const chunk of response.body ?? []) {
    buffer += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = buffer.indexOf('\n\n', start); end !== -1; end = buffer.indexOf('\n\n', start)) {
      if (JSON.parse(buffer.slice(buffer.indexOf('data: ', start) + 6, end))) count += 1;
      start = end + 2;
    }
    buffer = buffer.slice(start);
  }
  return count;
}

/** @param {SogniClient} sogni */
async function byStream(sogni) {
  let count = 0;
  for await (const _ of sogni.workflows.streamEvents('wf_1')) count += 1;
  return count;
}

const server = await startServer(SERVER, { events: EVENTS });
const sogni = new SogniClient({ apiKey: 'key', baseURL: server.url, allowUnsafeBaseURL: true });

/** @param {() => Promise<number>} run */
async function time(run) {
  const startedAt = performance.now();
  const count = await run();
  if (count !== EVENTS) throw new Error(`${count} of ${EVENTS} events arrived`);
  return performance.now() - startedAt;
}

const hand = [];
const stream = [];
for (let round = -1; round < ROUNDS; round += 1) {
  const one = await time(() => byHand(server.url));
  const other = await time(() => byStream(sogni));
  // The first round warms up.
  if (round >= 0) hand.push(one) && stream.push(other);
}
server.stop();
console.log(
  JSON.stringify({
    id: 'P3',
    what: 'event stream, share of the decode limit',
    value: median(hand) / median(stream),
    target: '>= 0.70',
  }),
);
