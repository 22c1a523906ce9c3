import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { follow } from './follow.ts';
import type { WaitOptions, Workflows } from './namespace.ts';
import { type Interruptions, withinTotalTime } from './total-time.ts';
import type { Workflow } from './types.ts';

/** Follows a workflow to its end, and judges it. */
export async function waitForWorkflow(
  workflows: Workflows,
  id: string,
  options: WaitOptions,
): Promise<Workflow> {
  let { after } = options;
  return await withinTotalTime(
    options,
    interruptions(id, options.timeout, () => after),
    (signal) =>
      follow(workflows, id, {
        ...options,
        signal,
        onEvent(event) {
          after = event.sequence;
          return options.onEvent?.(event);
        },
      }),
  );
}

/** Errors for a wait that its caller ends. `after` tells the last event that was handed out. */
export function interruptions(
  id: string,
  timeout: number | undefined,
  after: () => number | undefined,
): Interruptions {
  const hint = () => {
    const cursor = after();
    return `The run goes on; wait again with workflows.wait("${id}"${cursor === undefined ? '' : `, { after: ${cursor} }`}).`;
  };
  return {
    aborted: (cause) =>
      new RequestAbortedError(`Waiting for workflow ${id} was aborted by its signal`, {
        hint: hint(),
        cause,
      }),
    expired: () =>
      new RequestTimeoutError(`Workflow ${id} did not end within ${timeout} ms`, { hint: hint() }),
  };
}
