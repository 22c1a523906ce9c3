import { openEventStream } from '../event-stream/index.ts';
import type { ClientOptions } from '../transport/options.ts';
import { path } from '../transport/path.ts';
import { toTransport } from '../transport/transport.ts';
import type { RequestSpec, Transport } from '../transport/types.ts';
import type { Workflows } from './namespace.ts';
import {
  readCancel,
  readEvents,
  readReseed,
  readResume,
  readStart,
  readWorkflow,
  readWorkflows,
} from './reading.ts';
import { runWorkflow } from './run.ts';
import { isSignal, standing } from './standing.ts';
import { checkConfirmation, checkReseed, checkStart } from './start-checks.ts';
import type { ResumeOptions } from './types.ts';
import { waitForWorkflow } from './wait.ts';
import { mediaReferenceToWire, toWire } from './wire.ts';

const ROOT = '/v1/creative-agent/workflows';

/**
 * The workflows namespace on its own, for bundles that need nothing else.
 *
 * @example
 * const workflows = createWorkflows({ apiKey });
 * const done = await workflows.run({ input: { steps } }, { onEvent: (event) => console.log(event.type) });
 */
export function createWorkflows(source?: ClientOptions | Transport): Workflows {
  const transport = toTransport(source);
  const { tokenType, billingMode, appSource } = transport.options;
  const billing = (params: Pick<ResumeOptions, 'tokenType' | 'billingMode' | 'appSource'>) => ({
    tokenType: params.tokenType ?? tokenType,
    billingMode: params.billingMode ?? billingMode,
    appSource: params.appSource ?? appSource,
  });

  const workflows: Workflows = {
    start: (params, options) =>
      transport.request(() => {
        checkStart(params);
        const mediaReferences = params.mediaReferences?.map(mediaReferenceToWire);
        const body = toWire({ ...params, ...billing(params), mediaReferences });
        return { method: 'POST', path: ROOT, body, retry: 'keyed', unwrap: readStart, schema: 'workflow' };
      }, options),

    get: (id, options) => transport.request(() => ({ ...read(id), unwrap: readWorkflow }), options),

    list: (params, options) =>
      transport.list(
        (at) => ({
          method: 'GET',
          path: ROOT,
          query: { limit: params?.limit, offset: at },
          retry: 'idempotent',
          unwrap: readWorkflows,
          schema: 'workflowList',
        }),
        (workflow) => workflow.workflowId,
        options,
        params?.offset,
      ),

    listEvents: (id, params = {}, options) =>
      transport.request(() => {
        const { after } = params;
        return {
          ...read(id, '/events'),
          query: { after },
          unwrap: (body, info) => readEvents(body, info, after),
          schema: 'workflowEvents',
        };
      }, options),

    streamEvents: (id, options) => {
      const { path: streamPath, subject } = read(id, '/events/stream');
      return openEventStream(
        transport,
        {
          subject,
          streamPath,
          listEvents: (after, signal) => workflows.listEvents(id, { after }, { signal }),
          getRecord: (signal) => workflows.get(id, { signal }),
          standing,
          isSignal,
          lastSequence: (record) => record.events?.at(-1)?.sequence,
          eventName: () => 'workflow_event',
        },
        options,
      );
    },

    wait: async (id, options = {}) => await waitForWorkflow(workflows, id, options),

    run: async (params, options = {}) => await runWorkflow(workflows, params, options),

    cancel: (id, options) =>
      transport.request(() => ({ ...write(id, '/cancel', 'idempotent'), unwrap: readCancel }), options),

    resume: (id, params = {}, options) =>
      transport.request(() => {
        const body = toWire({ input: params.input, ...billing(params) });
        return { ...write(id, '/resume', 'once', body), unwrap: readResume };
      }, options),

    reseed: (id, params = {}, options) =>
      transport.request(() => {
        checkReseed(params);
        const body = toWire({ seedOverrides: params.seedOverrides, ...billing(params) });
        return {
          ...write(id, '/reseed', 'keyed', body),
          unwrap: (answer, info) => readReseed(answer, info, id),
        };
      }, options),

    confirmCost: (id, params, options) =>
      transport.request(() => {
        checkConfirmation(id, params);
        const { acceptedCostPreview, decision, reason } = params;
        const body = { acceptedCostPreview, decision, reason };
        return { ...write(id, '/confirm-cost', 'keyed', body), unwrap: readWorkflow };
      }, options),
  };
  return workflows;
}

function read(id: string, action = '') {
  return { method: 'GET', retry: 'idempotent', ...about(id, action) } as const;
}

function write(id: string, action: string, retry: RequestSpec<unknown>['retry'], body?: unknown) {
  return { method: 'POST', retry, body, ...about(id, action) } as const;
}

function about(id: string, action: string) {
  return { path: ROOT + path`/${id}` + action, subject: `workflow ${id}`, schema: 'workflow' };
}
