import { InvalidRequestError, type SogniError } from '@sogni/intelligence-client';
import { type Context, nextCommand } from '../context.ts';
import { CliError } from '../failure/cli-error.ts';

/**
 * Why results were not saved: the disk, the network or the user; with the command that saves them
 * later as its hint.
 */
export function saveFailure(
  context: Context,
  error: SogniError,
  { id, output }: { id: string; output: string },
): CliError | SogniError {
  const saveTo = (place: string) => nextCommand(context, 'workflows', 'get', id, '-o', place);
  const issue = error instanceof InvalidRequestError ? error.issues[0] : undefined;
  const taken = issue?.code === 'output_exists';
  if (taken || issue?.code === 'output_write_failed') {
    return new CliError(error.message, {
      code: taken ? 'OUTPUT_EXISTS' : 'OUTPUT_WRITE_FAILED',
      hint: `The run keeps its files. Save them with: ${saveTo('another-folder/')}`,
      details: { workflowId: id, path: issue?.path ?? output },
      cause: error,
    });
  }
  const hint = `The run keeps its files. Save them with: ${saveTo(output)}`;
  if (error.kind === 'abort') {
    return new CliError(`Stopped saving the results of workflow ${id}`, {
      code: 'USER_CANCELLED',
      hint,
      details: { workflowId: id },
      cause: error,
    });
  }
  context.circumstances.wayOn = hint;
  return error;
}
