import type { GoldenExchange } from '../../fixtures/golden.ts';
import { type RecordedRequest, routesOf, startReplay, withOrigin } from '../../fixtures/replay-server.ts';
import type { ClientOptions } from '../transport/options.ts';
import { createWorkflows } from './api.ts';
import type { Workflows } from './namespace.ts';

/** Id of the run in rest-api 20.7. */
export const GOLDEN_RUN = 'wf_durable_workflow_5a0c7c2e-6f3b-4d27-9e58-0c8f3f5b9a11';

interface Replayed<T> {
  result: T;
  request: RecordedRequest;
  url: string;
  /** `data` of the recorded answer. */
  data: Record<string, unknown>;
}

/** Makes one call against a server that answers as recorded; every body is also checked against the schemas. */
export async function replay<T>(
  exchange: GoldenExchange,
  call: (workflows: Workflows, url: string) => Promise<T>,
  options: ClientOptions = {},
): Promise<Replayed<T>> {
  await using server = await startReplay(routesOf(exchange));
  const workflows = createWorkflows({ ...server.clientOptions, validateResponses: true, ...options });
  const result = await call(workflows, server.url);
  const [request, ...others] = server.requests;
  if (request === undefined || others.length > 0) throw new Error(`expected one request: ${server.lines()}`);
  const { data } = withOrigin(exchange.response.body, server.url) as { data: Record<string, unknown> };
  return { result, request, url: server.url, data };
}
