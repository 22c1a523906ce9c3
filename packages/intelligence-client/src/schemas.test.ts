import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GOLDEN, GOLDEN_EVENTS, type GoldenExchange } from '../fixtures/golden.ts';
import { responseSchema, workflowEventSchema, workflowSchema } from './schemas.ts';

/** Which schema an exchange is checked with, by method and path; routes of other namespaces have none here. */
const ROUTES: [RegExp, string][] = [
  [/^(GET|POST) \/v1\/creative-agent\/workflows\/templates/, ''],
  [/^GET \/v1\/creative-agent\/workflows(\?|$)/, 'workflowList'],
  [/^GET \/v1\/creative-agent\/workflows\/[^/]+\/events$/, 'workflowEvents'],
  [/^(GET|POST) \/v1\/creative-agent\/workflows/, 'workflow'],
  [/^GET \/v1\/models$/, 'modelList'],
  [/^GET \/v1\/models\//, 'model'],
  [/^GET \/v1\/model-catalog/, 'catalogList'],
  [/^GET \/v4\/account\/balance/, 'balance'],
  [/^GET \/v1\/subscriptions\/status/, 'subscription'],
];

function schemaOf({ request, response }: GoldenExchange): string {
  if (response.status >= 400) return '';
  return ROUTES.find(([route]) => route.test(`${request.method} ${request.path}`))?.[1] ?? '';
}

const checked = Object.entries<GoldenExchange>(GOLDEN)
  .map(([name, exchange]) => [name, schemaOf(exchange), exchange.response.body] as const)
  .filter(([, schema]) => schema !== '');

test('the recorded exchanges cover the schemas', () => {
  const covered = new Set(checked.map(([, schema]) => schema));
  expect(covered.size).toBe(8);
  expect(checked.length).toBeGreaterThanOrEqual(20);
});

test.each(checked)('the recorded body %s fits %s', (_, schema, body) => {
  expect(responseSchema(schema).safeParse(body)).toMatchObject({ success: true });
});

test.each(GOLDEN_EVENTS)('the recorded event $sequence fits', (event) => {
  expect(workflowEventSchema().parse(event)).toEqual(event);
});

test('every schema that an endpoint names exists, and every schema is named', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(test|testkit)\.ts$/.test(path))
    .map((path) => readFileSync(new URL(path, folder), 'utf8'));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/\bschema: '(\w+)'/g)].map(([, name]) => name ?? ''),
  );
  // The account endpoints hand theirs over as the second argument.
  const account = readFileSync(new URL('account/api.ts', folder), 'utf8');
  named.push(...[...account.matchAll(/'\/v\d[^']*',\s*'(\w+)'/g)].map(([, name]) => name ?? ''));

  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect(responseSchema(name), name).toBeDefined();
  const listed = /there are (.*)$/.exec(messageFor('no such name'))?.[1]?.split(', ');
  expect(listed?.sort()).toEqual([...new Set(named)].sort());
});

test.each(['no such name', 'toString', '__proto__'])('the name %j is refused', (name) => {
  expect(messageFor(name)).toContain(`No schema is called "${name}"`);
});

test('a schema leaves unknown fields in and says where a wrong one is', () => {
  const workflow = { workflowId: 'wf_1', status: 'later', novelty: { a: 1 } };
  expect(workflowSchema().parse(workflow)).toEqual(workflow);
  const result = responseSchema('workflow').safeParse({
    status: 'success',
    data: { workflow: { workflowId: 1 } },
  });
  expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'data.workflow.workflowId',
    'data.workflow.status',
  ]);
});

test('a schema is made once', () => {
  expect(workflowSchema()).toBe(workflowSchema());
});

function messageFor(name: string): string {
  try {
    responseSchema(name);
    return '';
  } catch (error) {
    return String(error);
  }
}
