import { PLAN_OPTIONS } from '../options/plan-options.ts';
import {
  ANSWER_OPTIONS,
  APPROVAL_OPTIONS,
  CURSOR_OPTIONS,
  FOLLOW_OPTIONS,
  OUTPUT_OPTIONS,
  PAGE_OPTIONS,
  RESEED_OPTIONS,
  START_OPTIONS,
} from '../options/run-options.ts';
import { BILLING_OPTIONS } from '../options/shared-options.ts';
import { command } from './command.ts';

/** `sogni-agent workflows ...`. */
export const WORKFLOW_COMMANDS = [
  command({
    words: 'start [prompt]',
    describe: 'Start a run from a prompt or a plan',
    options: { ...START_OPTIONS, ...PLAN_OPTIONS, ...BILLING_OPTIONS },
    run: async (context, values, prompt) => {
      const { startWorkflow } = await import('../workflows/start.ts');
      await startWorkflow(context, { ...values, prompt });
    },
  }),
  command({
    words: 'watch <id>',
    describe: 'Follow a run to its end',
    options: { ...CURSOR_OPTIONS, ...OUTPUT_OPTIONS, ...APPROVAL_OPTIONS },
    run: async (context, values, id) => {
      const { watchWorkflow } = await import('../workflows/watch.ts');
      await watchWorkflow(context, { ...values, id });
    },
  }),
  command({
    words: 'get <id>',
    describe: 'Show a run and its results',
    options: OUTPUT_OPTIONS,
    run: async (context, { output }, id) => {
      const { getWorkflow } = await import('../workflows/get.ts');
      await getWorkflow(context, { id, output });
    },
  }),
  command({
    words: 'list',
    describe: 'List runs, newest first',
    options: PAGE_OPTIONS,
    run: async (context, values) => {
      const { listWorkflows } = await import('../workflows/list.ts');
      await listWorkflows(context, values);
    },
  }),
  command({
    words: 'events <id>',
    describe: 'Print the event log of a run',
    options: CURSOR_OPTIONS,
    run: async (context, { after }, id) => {
      const { listWorkflowEvents } = await import('../workflows/events.ts');
      await listWorkflowEvents(context, { id, after });
    },
  }),
  command({
    words: 'cancel <id>',
    describe: 'Cancel a run',
    options: {},
    run: async (context, _values, id) => {
      const { cancelWorkflow } = await import('../workflows/cancel.ts');
      await cancelWorkflow(context, id);
    },
  }),
  command({
    words: 'resume <id>',
    describe: 'Go on with a waiting or failed run',
    options: { ...FOLLOW_OPTIONS, ...APPROVAL_OPTIONS, ...BILLING_OPTIONS },
    run: async (context, values, id) => {
      const { resumeWorkflow } = await import('../workflows/resume.ts');
      await resumeWorkflow(context, { ...values, id });
    },
  }),
  command({
    words: 'reseed <id>',
    describe: 'Run a finished run again with other seeds',
    options: { ...RESEED_OPTIONS, ...FOLLOW_OPTIONS, ...APPROVAL_OPTIONS, ...BILLING_OPTIONS },
    run: async (context, values, id) => {
      const { reseedWorkflow } = await import('../workflows/reseed.ts');
      await reseedWorkflow(context, { ...values, id });
    },
  }),
  command({
    words: 'confirm-cost <id>',
    describe: 'Approve or refuse what a waiting run costs',
    options: { ...ANSWER_OPTIONS, ...FOLLOW_OPTIONS },
    run: async (context, values, id) => {
      const { confirmWorkflowCost } = await import('../workflows/confirm-cost.ts');
      await confirmWorkflowCost(context, { ...values, id });
    },
  }),
];
