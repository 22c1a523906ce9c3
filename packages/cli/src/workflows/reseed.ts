import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { usageError } from '../failure/cli-error.ts';
import { MAX_SEED } from '../options/plan-options.ts';
import { checkOutput } from '../save/check-output.ts';
import { type FollowUpOptions, finish } from './finish.ts';

export interface ReseedWorkflowOptions extends FollowUpOptions {
  id: string;
  /** Each `step=seed`. */
  seed: readonly string[];
  'token-type': 'spark' | 'sogni' | 'auto' | undefined;
}

/** Runs a finished run again with other seeds, as a run of its own. */
export async function reseedWorkflow(context: Context, options: ReseedWorkflowOptions): Promise<void> {
  const { id, 'token-type': tokenType, output } = options;
  const seedOverrides = readSeeds(options.seed);
  await checkOutput(output);
  await withConnection(context, async (connection) => {
    const params = { seedOverrides, tokenType };
    const result = await connection.client.workflows.reseed(id, params, { signal: context.signal });
    const { workflow, reseed } = result;
    await finish(context, connection, options, {
      action: 'reseed',
      workflow,
      raw: result,
      extra: { reseed },
    });
  });
}

/**
 * Reads `step=seed` pairs; undefined when there are none.
 *
 * @throws {CliError} `INVALID_ARGUMENT` for anything else.
 */
export function readSeeds(given: readonly string[]): Record<string, number> | undefined {
  if (given.length === 0) return undefined;
  const pairs = given.map((word) => {
    const [, step, digits] = /^(.+)=(\d{1,10})$/.exec(word) ?? [];
    const seed = Number(digits);
    if (step !== undefined && seed <= MAX_SEED) return [step, seed] as const;
    throw usageError(`--seed must be step=seed with a seed from 0 to ${MAX_SEED}; it is "${word}"`, {
      details: { flag: '--seed' },
      hint: 'For example: --seed keyframe=123 --seed clip=456.',
    });
  });
  return Object.fromEntries(pairs);
}
