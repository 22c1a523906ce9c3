import { follow } from './follow.ts';
import type { WaitOptions, Workflows } from './namespace.ts';
import { type Progress, withinTotalTime } from './total-time.ts';
import type { Workflow } from './types.ts';
import { checkWait } from './wait-checks.ts';

/** Follows a workflow to its end, and judges it. */
export async function waitForWorkflow(
  workflows: Workflows,
  id: string,
  options: WaitOptions,
): Promise<Workflow> {
  checkWait(options);
  let { after } = options;
  return await withinTotalTime(
    options,
    () => waiting(id, after),
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

/** What an interrupted wait says. `after` is the last event that was handed out. */
export function waiting(id: string, after: number | undefined): Progress {
  const cursor = after === undefined ? '' : `, { after: ${after} }`;
  return {
    what: `Waiting for workflow ${id}`,
    hint: `The run goes on; wait again with workflows.wait("${id}"${cursor}).`,
  };
}
