import type { Workflow, WorkflowEvent } from '@sogni/intelligence-client';
import type { Terminal } from '../output/terminal.ts';
import { eventLine } from './event-line.ts';
import { openLiveArea } from './live-area.ts';
import { applyEvent, viewOf } from './run-state.ts';
import { stepLines } from './step-lines.ts';

/** Shows a run while it goes on. */
export interface Watcher {
  event(event: WorkflowEvent): void;
  stop(): void;
}

export interface WatcherOptions {
  /** Last sequence that is not shown. */
  after: number | undefined;
  /** Whether the events are what the command is asked for, not its progress. */
  asResult: boolean;
}

/** Bars on a terminal; elsewhere a line an event, to stdout when `asResult`, else as progress. */
export function openWatcher(
  terminal: Terminal,
  workflow: Workflow,
  { after, asResult }: WatcherOptions,
): Watcher {
  const { live, colours } = terminal;
  if (live === undefined) {
    const print = asResult && !terminal.json ? terminal.line : terminal.progress;
    return { event: (event) => print(eventLine(event)), stop: () => {} };
  }
  let view = viewOf(workflow, after);
  const area = openLiveArea(live, (columns) => stepLines(view, { now: Date.now(), columns, colours }));
  return {
    event(event) {
      view = applyEvent(view, event, Date.now());
    },
    stop: () => area.stop(),
  };
}
