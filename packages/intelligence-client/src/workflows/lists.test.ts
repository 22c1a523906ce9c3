import { expect, test } from 'vitest';
import { GOLDEN, GOLDEN_EVENTS } from '../../fixtures/golden.ts';
import { type FixedReply, startReplay, withOrigin } from '../../fixtures/replay-server.ts';
import { createWorkflows } from './api.ts';
import { replay } from './replay-call.testkit.ts';

const LIST = 'GET /v1/creative-agent/workflows';

/** Answers a list request with these ids. */
const page = (next: number | null | undefined, ...ids: string[]): FixedReply => {
  const workflows = ids.map((workflowId) => ({ workflowId, status: 'completed' }));
  return { body: { status: 'success', data: { workflows, ...(next !== undefined && { next }) } } };
};

const idsOf = async (list: AsyncIterable<{ workflowId: string }>): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { workflowId } of list) ids.push(workflowId);
  return ids;
};

test('an awaited list is its first page', async () => {
  const { request, result } = await replay(GOLDEN.list, (workflows) =>
    workflows.list({ limit: 2, offset: 0 }),
  );
  expect(`${request.method} ${request.path}`).toBe(`${LIST}?limit=2&offset=0`);
  expect(result.data.map(({ workflowId }) => workflowId)).toEqual(['wf_b', 'wf_a']);
  expect(result.next).toBe(2);
  expect(result.hasNextPage()).toBe(true);
});

test('an iterated list goes through every page and repeats nobody', async () => {
  // A run that was started meanwhile pushes wf_3 onto the second page.
  const pages = [page(2, 'wf_4', 'wf_3'), page(4, 'wf_3', 'wf_2'), page(null, 'wf_1')];
  await using server = await startReplay({ [LIST]: pages });
  const list = createWorkflows(server.clientOptions).list({ limit: 2 });
  expect(await idsOf(list)).toEqual(['wf_4', 'wf_3', 'wf_2', 'wf_1']);
  expect(server.lines()).toEqual([`${LIST}?limit=2`, `${LIST}?limit=2&offset=2`, `${LIST}?limit=2&offset=4`]);
});

test('leaving an iteration asks for nothing more', async () => {
  await using server = await startReplay({ [LIST]: page(2, 'wf_2', 'wf_1') });
  for await (const _ of createWorkflows(server.clientOptions).list()) break;
  expect(server.lines()).toEqual([LIST]);
});

test('pages can be turned by hand, and the last one says so', async () => {
  await using server = await startReplay({ [LIST]: [page(6, 'wf_2'), page(undefined, 'wf_1')] });
  const first = await createWorkflows(server.clientOptions).list({ offset: 5 });
  const second = await first.getNextPage();
  expect(second.data.map(({ workflowId }) => workflowId)).toEqual(['wf_1']);
  expect(second.hasNextPage()).toBe(false);
  await expect(second.getNextPage()).rejects.toMatchObject({ name: 'InvalidRequestError' });
  expect(server.lines()).toEqual([`${LIST}?offset=5`, `${LIST}?offset=6`]);

  const pages: string[][] = [];
  for await (const { data } of first.iterPages()) pages.push(data.map(({ workflowId }) => workflowId));
  expect(pages).toEqual([['wf_2'], ['wf_1']]);
});

test('an empty list iterates to nothing', async () => {
  await using server = await startReplay({ [LIST]: page(null) });
  expect(await idsOf(createWorkflows(server.clientOptions).list())).toEqual([]);
});

test('a list knows its response', async () => {
  await using server = await startReplay({ [LIST]: page(null, 'wf_1') });
  const { data, response, requestId } = await createWorkflows(server.clientOptions).list().withResponse();
  expect(data.data).toHaveLength(1);
  expect(response.status).toBe(200);
  expect(requestId).toBe('req_1');
});

test('events are listed from the beginning', async () => {
  const { request, result } = await replay(GOLDEN.events, (workflows) => workflows.listEvents('wf_a'));
  expect(request.path).toBe('/v1/creative-agent/workflows/wf_a/events');
  expect(result).toEqual([{ ...GOLDEN_EVENTS[0], workflowId: 'wf_a' }]);
});

test('events behind 0 leave out the first, also when the server sends it', async () => {
  const path = `${GOLDEN.finished.request.path}/events`;
  await using server = await startReplay({
    [`GET ${path}`]: { body: { status: 'success', data: { events: GOLDEN_EVENTS } } },
  });
  const id = path.split('/').at(-2) ?? '';
  const events = await createWorkflows(server.clientOptions).listEvents(id, { after: 0 });
  expect(server.lines()).toEqual([`GET ${path}?after=0`]);
  expect(events).toEqual(withOrigin(GOLDEN_EVENTS.slice(1), server.url));
});
