import type { Artifact, WorkflowEvent, WorkflowStepInput } from '@sogni/intelligence-client/workflows';
import { type Emulator, type EmulatorOptions, startEmulator } from '../src/index.ts';
import { tinyRenderer } from './tiny-renderer.ts';

/** A step of a record, as far as the tests look at it. */
export interface StepRecord {
  id: string;
  toolName: string;
  status: string;
  arguments: Record<string, unknown>;
  seed?: number;
  artifacts: Artifact[];
  error?: { message: string; code: string };
  result?: Record<string, unknown>;
}

/** A record, as far as the tests look at it. */
export interface WorkflowRecord {
  workflowId: string;
  status: string;
  title: string;
  kind?: string;
  waitingReason?: string;
  awaitingCostApproval: boolean;
  steps: StepRecord[];
  artifacts: Artifact[];
  events: WorkflowEvent[];
  billingPreview?: { totalEstimatedCapacityUnits: number; tokenType: string; validityUntil: string };
  createTime: number;
  createdAt: string;
  error?: { message: string; code?: string };
}

/** An answer with its body read. */
export interface Answer<Data> {
  status: number;
  headers: Headers;
  body: {
    status: string;
    message: string;
    errorCode: number;
    details: Record<string, unknown>;
    retryAfter?: number;
    data: Data;
  };
}

export const WORKFLOWS = '/v1/creative-agent/workflows';

/** An emulator that draws nothing, and short ways to talk to it. */
export async function startApi(options: EmulatorOptions = {}) {
  const renderer = tinyRenderer();
  const emulator = await startEmulator({ renderer, ...options });
  return { emulator, renderer, ...talkTo(emulator), [Symbol.asyncDispose]: () => emulator.close() };
}

/** Short ways to talk to an emulator. */
export function talkTo({ url, apiKey }: Pick<Emulator, 'url' | 'apiKey'>) {
  async function call<Data>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer: Answer<Data> = {
      status: response.status,
      headers: response.headers,
      body: await response.json(),
    };
    return answer;
  }

  const get = (id: string) =>
    call<{ workflow: WorkflowRecord }>('GET', `${WORKFLOWS}/${id}`).then(({ body }) => body.data.workflow);

  /** Starts and returns the answer. */
  const start = (body: unknown, headers: Record<string, string> = {}) =>
    call<{
      workflow: WorkflowRecord;
      idempotent?: boolean;
      preview?: unknown;
      waitingForCostApproval?: boolean;
    }>('POST', WORKFLOWS, body, headers);

  /** The record once the workflow has ended or paused. */
  async function settled(id: string): Promise<WorkflowRecord> {
    for (;;) {
      const record = await get(id);
      if (record.status !== 'queued' && record.status !== 'running') return record;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Starts a plan and waits for its end. */
  async function run(
    steps: WorkflowStepInput[],
    extras: Record<string, unknown> = {},
  ): Promise<WorkflowRecord> {
    const { status, body } = await start({ input: { steps }, ...extras });
    if (status !== 201) throw new Error(`start answered ${status}: ${body.message}`);
    return settled(body.data.workflow.workflowId);
  }

  return { call, get, start, settled, run };
}

/** One image step. */
export const IMAGE_STEP: WorkflowStepInput = {
  id: 'keyframe',
  toolName: 'generate_image',
  arguments: { prompt: 'Ink sketch of a fox', width: 1024, height: 576 },
};

/** The plan of golden sample 20.7. */
export const KEYFRAME_TO_CLIP: WorkflowStepInput[] = [
  IMAGE_STEP,
  {
    id: 'clip',
    toolName: 'generate_video',
    arguments: { prompt: 'Slow push-in', duration: 5, width: 1024, height: 576 },
    dependsOn: [
      {
        sourceStepId: 'keyframe',
        sourceArtifactIndex: 0,
        targetArgument: 'referenceImageIndices',
        mediaType: 'image',
        transform: 'image_index',
        required: true,
      },
    ],
  },
];
