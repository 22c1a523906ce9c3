import type { Command } from './command.ts';
import { DEV_COMMAND, MODEL_COMMANDS } from './model-and-dev-commands.ts';
import { WORKFLOW_COMMANDS } from './workflow-commands.ts';

/** Commands behind a word of their own. */
export interface CommandGroup {
  readonly name: string;
  readonly describe: string;
  readonly commands: readonly Command[];
}

/** `sogni-agent <group> <command>`. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { name: 'workflows', describe: 'Durable runs: start, watch, steer', commands: WORKFLOW_COMMANDS },
  { name: 'models', describe: 'Language models', commands: MODEL_COMMANDS },
];

/** `sogni-agent <command>`. */
export const SINGLE_COMMANDS: readonly Command[] = [DEV_COMMAND];
