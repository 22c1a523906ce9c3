import { pause } from '../clock.ts';
import { isStorageError } from '../store/storage-error.ts';
import { appendEvent } from '../workflows/transitions.ts';
import { changeRun, type RunServices } from './run-services.ts';
import { runWorkflow } from './run-workflow.ts';

/** Sets workflows going and stops them. */
export interface Scheduler {
  /** Runs a workflow soon, or once more when it is just coming to a halt. */
  wake(number: number): void;
  /** Ends the wait of a step whose workflow was cancelled. */
  interrupt(number: number): void;
  /** Stops everything where it stands; what was not settled is done again after the next start. */
  stop(): Promise<void>;
}

interface Run {
  controller: AbortController;
  finished: Promise<void>;
  again: boolean;
}

/** Milliseconds until a run that could not be stored is tried again. */
const STORAGE_RETRY = 1000;

/** Workflows run side by side; the steps of one, one after the other. */
export function createScheduler(services: RunServices): Scheduler {
  const runs = new Map<number, Run>();
  let stopped = false;

  const start = (number: number) => {
    const controller = new AbortController();
    const run: Run = { controller, finished: Promise.resolve(), again: false };
    runs.set(number, run);
    run.finished = soon()
      .then(() => runWorkflow(number, services, controller.signal))
      .catch((error: unknown) => {
        if (isStorageError(error)) throw error;
        failRun(number, services, error);
      })
      // What cannot be written down now, on a full disk say, is done again from where the database says the run stands.
      .catch(async () => {
        await pause(services.clock, STORAGE_RETRY, controller.signal);
        run.again = true;
      })
      .finally(() => {
        runs.delete(number);
        if (run.again && !stopped) start(number);
      });
  };

  return {
    wake(number) {
      if (stopped) return;
      const run = runs.get(number);
      if (run) run.again = true;
      else start(number);
    },
    interrupt(number) {
      runs.get(number)?.controller.abort();
    },
    async stop() {
      stopped = true;
      for (const { controller } of runs.values()) controller.abort();
      await Promise.allSettled([...runs.values()].map(({ finished }) => finished));
    },
  };
}

/** A defect of the emulator ends the run in the open, instead of leaving it `running` for ever. */
function failRun(number: number, services: RunServices, error: unknown): void {
  const { store, clock } = services;
  const message = `The emulator failed on this run: ${error instanceof Error ? error.message : String(error)}`;
  changeRun(services, number, (workflow) => {
    workflow.status = 'failed';
    workflow.state.error = { message, code: 'UNKNOWN_ERROR' };
    appendEvent(store, workflow, clock.now(), 'workflow_failed', { message });
    store.workflows.save(workflow);
  });
}

/** After the answer to the request that caused it is on its way. */
function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
