/** Faults that replace the answer. */
type AnswerFaultName =
  | 'unauthorized'
  | 'payment_required'
  | 'active_limit'
  | 'rate_limit'
  | 'unavailable'
  | 'proxy_timeout';

/** Faults that let the server do its work and then harm the way back. */
type TransportFaultName = 'latency' | 'lost_answer' | 'cut' | 'stall' | 'malformed_json';

/** Faults of event streams only. */
type StreamFaultName = 'stream_cut' | 'duplicate_frames' | 'reorder_frames';

/** Faults that a started workflow runs into; they stay with the workflow, across a restart too. */
type StartFaultName =
  | 'insufficient_credit'
  | 'safety_review_required'
  | 'cost_approval_required'
  | 'failed_step'
  | 'partial_failure';

/** Every fault that can be armed. */
export type FaultName = AnswerFaultName | TransportFaultName | StreamFaultName | StartFaultName;

/** Settings of a fault; each name reads those that concern it. */
export interface FaultSettings {
  /** Seconds, for `rate_limit` (default 1) and `unavailable` (default 1). */
  retryAfter?: number;
  /** Bytes of the body that still arrive, for `cut` and `stall` (default 0). */
  bytes?: number;
  /** Events that still arrive, for `stream_cut` (default 1). */
  events?: number;
  /** Milliseconds: the delay of `latency` (default 100); how long a `stall` lasts (default: until the client leaves). */
  ms?: number;
  /** Step id that `failed_step` hits (default: the first step). */
  step?: string;
  /** Error code of `failed_step` and `partial_failure` (default `GPU_WORKER_FAILED`). */
  code?: string;
  /** Text of the error. */
  message?: string;
}

/** A fault to be added. */
export interface FaultInput extends FaultSettings {
  /** Which fault it is. */
  name: FaultName;
  /** Requests it hits before it is used up. Default 1; `Infinity` for all. */
  times?: number;
  /** Path it is limited to; `*` stands for anything. Default: every route that the fault makes sense on. */
  route?: string;
  /** HTTP method it is limited to. */
  method?: string;
}

/** A fault as it reaches one request. */
export interface Fault extends FaultSettings {
  name: FaultName;
}

/** A fault that a workflow carries until it has happened. */
export interface StartFault extends FaultSettings {
  name: StartFaultName;
}

const START = /^\/v1\/creative-agent\/workflows\/?$/;
const STREAM = /\/events\/stream$/;
const ANY = /^\/(?!_emulator\/|health$)/;

/** Where each fault applies when no route is given. */
export const FAULT_ROUTES: Readonly<Record<FaultName, { path: RegExp; method?: string }>> = {
  unauthorized: { path: ANY },
  payment_required: { path: ANY },
  active_limit: { path: START, method: 'POST' },
  rate_limit: { path: ANY },
  unavailable: { path: ANY },
  proxy_timeout: { path: ANY },
  latency: { path: ANY },
  lost_answer: { path: ANY },
  cut: { path: ANY },
  stall: { path: ANY },
  malformed_json: { path: ANY },
  stream_cut: { path: STREAM, method: 'GET' },
  duplicate_frames: { path: STREAM, method: 'GET' },
  reorder_frames: { path: STREAM, method: 'GET' },
  insufficient_credit: { path: START, method: 'POST' },
  safety_review_required: { path: START, method: 'POST' },
  cost_approval_required: { path: START, method: 'POST' },
  failed_step: { path: START, method: 'POST' },
  partial_failure: { path: START, method: 'POST' },
};

const NUMBERS = ['retryAfter', 'bytes', 'events', 'ms', 'times'] as const;
const TEXTS = ['step', 'code', 'message', 'route', 'method'] as const;

/** Reads a fault from JSON or from a header's parameters. Throws a `TypeError` that names what is wrong. */
export function readFault(input: unknown): FaultInput {
  if (typeof input !== 'object' || input === null)
    throw new TypeError('A fault must be an object with a "name"');
  const fields = new Map(Object.entries(input));
  const name = fields.get('name');
  if (!isFaultName(name)) {
    throw new TypeError(
      `Unknown fault ${JSON.stringify(name)}; known faults: ${Object.keys(FAULT_ROUTES).join(', ')}`,
    );
  }
  const fault: FaultInput = { name };
  for (const [key, value] of fields) {
    const number = NUMBERS.find((known) => known === key);
    const text = TEXTS.find((known) => known === key);
    if (number) fault[number] = readNumber(name, key, value);
    else if (text) fault[text] = String(value);
    else if (key !== 'name') {
      throw new TypeError(
        `Fault "${name}" has no setting "${key}"; known settings: ${[...NUMBERS, ...TEXTS].join(', ')}`,
      );
    }
  }
  return fault;
}

function readNumber(name: string, key: string, value: unknown): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= 0)) {
    throw new TypeError(
      `Setting "${key}" of fault "${name}" is ${JSON.stringify(value)}; give a number of 0 or more`,
    );
  }
  return number;
}

function isFaultName(name: unknown): name is FaultName {
  return typeof name === 'string' && Object.hasOwn(FAULT_ROUTES, name);
}

/** Whether a fault belongs to the workflow that the request starts. */
export function isStartFault(fault: Fault): fault is StartFault {
  const { name } = fault;
  return (
    name === 'insufficient_credit' ||
    name === 'safety_review_required' ||
    name === 'cost_approval_required' ||
    name === 'failed_step' ||
    name === 'partial_failure'
  );
}
