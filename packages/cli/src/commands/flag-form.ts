import type { Context } from '../context.ts';
import { usageError } from '../failure/cli-error.ts';
import { ACTION_FLAGS } from '../options/action-flags.ts';
import type { Values } from '../options/option.ts';
import { PLAN_OPTIONS } from '../options/plan-options.ts';
import { START_FLAGS } from '../options/run-options.ts';
import { BILLING_OPTIONS } from '../options/shared-options.ts';

/** Every option of the flag form: an action, and what belongs to it. */
export const FLAG_FORM_OPTIONS = {
  ...ACTION_FLAGS,
  ...START_FLAGS,
  ...PLAN_OPTIONS,
  ...BILLING_OPTIONS,
} as const;

type FlagFormValues = Values<typeof FLAG_FORM_OPTIONS>;

/** Presets of the published tool that this one does not build. Source: cli 1.10. */
const OTHER_PRESETS = /^(?:storyboard(?:-to)?-video|gpt-image(?:-2)?-seedance)$/;

/** Carries out the one action that the flags name. Both forms share the handlers. */
export async function runFlagForm(context: Context, values: FlagFormValues, prompt: string): Promise<void> {
  const action = chosenAction(values, prompt);
  switch (action) {
    case 'api-workflow':
      return await start(context, values, prompt);
    case 'list-workflows':
      return await (await import('../workflows/list.ts')).listWorkflows(context, {});
    case 'get-workflow':
      return await (await import('../workflows/get.ts')).getWorkflow(context, {
        id: idOf(values, action),
        output: values.output,
      });
    case 'workflow-events':
      return await (await import('../workflows/events.ts')).listWorkflowEvents(context, {
        id: idOf(values, action),
      });
    case 'stream-workflow':
      return await (await import('../workflows/watch.ts')).watchWorkflow(context, {
        ...values,
        id: idOf(values, action),
      });
    case 'cancel-workflow':
      return await (await import('../workflows/cancel.ts')).cancelWorkflow(context, idOf(values, action));
    case 'resume-workflow':
      return await (await import('../workflows/resume.ts')).resumeWorkflow(context, {
        ...values,
        watch: values['watch-workflow'],
        id: idOf(values, action),
      });
    case 'list-api-models':
      return await (await import('../models/list.ts')).listModels(context);
    case 'get-api-model':
      return await (await import('../models/get.ts')).getModel(context, idOf(values, action));
    case 'balance':
      return await (await import('../account/balance.ts')).showBalance(context, values['token-type']);
    case 'version':
      return context.terminal.result([context.version], {
        success: true,
        type: 'version',
        name: 'sogni-agent',
        version: context.version,
        timestamp: new Date().toISOString(),
      });
  }
}

async function start(context: Context, values: FlagFormValues, prompt: string): Promise<void> {
  if (OTHER_PRESETS.test(prompt.trim().toLowerCase().replaceAll('_', '-'))) {
    throw usageError(`The preset "${prompt}" is not available`, {
      hint: 'Describe the plan with --workflow-input, or use --api-workflow with a prompt alone.',
    });
  }
  const { startWorkflow } = await import('../workflows/start.ts');
  await startWorkflow(context, {
    ...values,
    prompt,
    input: values['workflow-input'],
    title: values['workflow-title'],
    'idempotency-key': values['workflow-idempotency-key'],
    'max-cost': values['workflow-max-cost'],
    watch: values['watch-workflow'],
  });
}

type Action = keyof typeof ACTION_FLAGS;
type IdAction = { [Name in Action]: FlagFormValues[Name] extends boolean ? never : Name }[Action];

const ACTIONS = Object.keys(ACTION_FLAGS) as Action[];

function chosenAction(values: FlagFormValues, prompt: string): Action {
  const given = ACTIONS.filter((name) => values[name] !== undefined && values[name] !== false);
  const [action, second] = given;
  if (action === undefined) {
    throw usageError(prompt === '' ? 'Nothing to do: name a command' : `"${prompt}" is no command`, {
      hint: 'Start with: sogni-agent --api-workflow --watch-workflow "a prompt". See sogni-agent --help.',
    });
  }
  if (second !== undefined) {
    throw usageError(`--${action} and --${second} are two actions; give one of them`, {
      details: { flag: `--${second}` },
    });
  }
  if (prompt !== '' && action !== 'api-workflow') {
    throw usageError(`--${action} takes no prompt; "${prompt}" is too much`, {
      details: { flag: `--${action}` },
    });
  }
  return action;
}

function idOf(values: FlagFormValues, action: IdAction): string {
  const id = values[action]?.trim();
  if (id) return id;
  throw usageError(`--${action} needs an id`, {
    code: action === 'get-api-model' ? 'INVALID_ARGUMENT' : 'MISSING_WORKFLOW_ID',
    details: { flag: `--${action}` },
  });
}
