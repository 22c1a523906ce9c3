import { expect, test } from 'vitest';
import { createManualClock } from '../src/index.ts';
import { IMAGE_STEP, KEYFRAME_TO_CLIP, startApi, WORKFLOWS } from './api.ts';

/** Frames of an event stream that has ended, as `[id, event, data]`. */
function framesOf(text: string): [string | undefined, string | undefined, Record<string, unknown>][] {
  return text
    .split('\n\n')
    .filter((frame) => frame.includes('data: '))
    .map((frame) => [
      /^id: (.*)$/m.exec(frame)?.[1],
      /^event: (.*)$/m.exec(frame)?.[1],
      JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] ?? 'null'),
    ]);
}

test('a stream opens with a comment, replays the log, tails it and ends with a status frame', async () => {
  await using api = await startApi({ stepDelay: 40 });
  const { body } = await api.start({ input: { steps: KEYFRAME_TO_CLIP } });
  const { workflowId } = body.data.workflow;
  const response = await fetch(`${api.emulator.url}${WORKFLOWS}/${workflowId}/events/stream`, {
    headers: { 'api-key': api.emulator.apiKey },
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  const text = await response.text();
  expect(text.startsWith(': connected\n\n')).toBe(true);
  const frames = framesOf(text);
  const { events } = await api.get(workflowId);
  expect(frames.slice(0, -1).map(([, , data]) => data)).toEqual(events);
  expect(frames.slice(0, -1).every(([, event]) => event === 'workflow_event')).toBe(true);
  expect(frames.at(-1)).toEqual([
    String(events.length - 1),
    'workflow_status',
    { workflowId, status: 'completed' },
  ]);
});

test.each([
  ['?after=4', {}, '5'],
  ['', { 'last-event-id': '4' }, '5'],
  ['?after=6', { 'last-event-id': '4' }, '7'],
  ['?after=0', {}, '1'],
])('the cursor %s %o goes on with event %s', async (query, headers, first) => {
  await using api = await startApi();
  const { workflowId } = await api.run(KEYFRAME_TO_CLIP);
  const response = await fetch(`${api.emulator.url}${WORKFLOWS}/${workflowId}/events/stream${query}`, {
    headers: { authorization: `Bearer ${api.emulator.apiKey}`, ...headers },
  });
  expect(framesOf(await response.text())[0]?.[0]).toBe(first);
});

test('a cursor past the end of an ended run still gets the status frame', async () => {
  await using api = await startApi();
  const { workflowId } = await api.run([IMAGE_STEP]);
  const response = await fetch(`${api.emulator.url}${WORKFLOWS}/${workflowId}/events/stream?after=999`, {
    headers: { authorization: `Bearer ${api.emulator.apiKey}` },
  });
  expect(framesOf(await response.text())).toEqual([
    ['5', 'workflow_status', { workflowId, status: 'completed' }],
  ]);
});

test.each(['abc', '-1', '1.5', '1e3'])('the cursor %s is refused', async (after) => {
  await using api = await startApi();
  const { workflowId } = await api.run([IMAGE_STEP]);
  const answer = await api.call('GET', `${WORKFLOWS}/${workflowId}/events/stream?after=${after}`);
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain(after);
});

test('an idle stream says so every fifteen seconds', async () => {
  const clock = createManualClock();
  await using api = await startApi({ clock, stepDelay: 400_000 });
  const { body } = await api.start({ input: { steps: [IMAGE_STEP] } });
  const response = await fetch(
    `${api.emulator.url}${WORKFLOWS}/${body.data.workflow.workflowId}/events/stream`,
    {
      headers: { authorization: `Bearer ${api.emulator.apiKey}` },
    },
  );
  const reading = response.text();
  await clock.advance(400_000);
  const text = await reading;
  // Four parts of 100 s, six keep-alives in each.
  expect(text.match(/^: keep-alive$/gm)).toHaveLength(24);
  expect(text).toContain('"status":"completed"');
});
