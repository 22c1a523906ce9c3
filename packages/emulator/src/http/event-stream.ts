import { harmfulSink } from '../faults/stream-faults.ts';
import { closesStream, type StoredWorkflow } from '../workflows/types.ts';
import { CORS_HEADERS } from './cors.ts';
import type { Emulation, RequestContext } from './environment.ts';
import { type FrameSink, outgoingSink } from './frame-sink.ts';
import { withOrigin } from './origin.ts';
import { originOf } from './respond.ts';

/** Events read and written at a time: a long log is never in memory as a whole. */
const PAGE = 1000;

/**
 * Sends a workflow's log after `cursor` and then what is added to it, until the workflow ends or pauses: a closing status
 * frame repeats the last id, and the body ends. Source: rest-api 4 and 17.6.
 */
export async function streamEvents(
  c: RequestContext,
  { number, id }: StoredWorkflow,
  cursor: number,
  emulation: Emulation,
): Promise<void> {
  const { store, clock, keepAliveInterval, closing } = emulation;
  const { outgoing } = c.env;
  outgoing.writeHead(200, {
    ...CORS_HEADERS,
    'x-request-id': c.get('requestId'),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  const sink = harmfulSink(outgoingSink(outgoing), c, emulation);
  const origin = originOf(c);
  const changes = watch(emulation, number);
  outgoing.once('close', changes.wake);
  closing.addEventListener('abort', changes.wake);
  try {
    await sink.write(': connected\n\n');
    while (!sink.gone && !closing.aborted) {
      changes.reset();
      const page = store.events.after(number, cursor, PAGE);
      const last = page.at(-1);
      if (last) {
        cursor = last.sequence;
        await sink.write(withOrigin(page.map(frameOf).join(''), origin));
        continue;
      }
      const { status, nextSequence } = store.workflows.position(number);
      if (closesStream(status)) {
        await close(sink, id, status, nextSequence);
        return;
      }
      await changes.next(keepAliveInterval, clock, () => sink.write(': keep-alive\n\n'));
    }
    if (!sink.gone) sink.destroy();
  } finally {
    changes.stop();
    closing.removeEventListener('abort', changes.wake);
  }
}

function frameOf({ sequence, json }: { sequence: number; json: string }): string {
  return `id: ${sequence}\nevent: workflow_event\ndata: ${json}\n\n`;
}

async function close(
  sink: FrameSink,
  workflowId: string,
  status: string,
  nextSequence: number,
): Promise<void> {
  const idLine = nextSequence > 0 ? `id: ${nextSequence - 1}\n` : '';
  await sink.write(`${idLine}event: workflow_status\ndata: ${JSON.stringify({ workflowId, status })}\n\n`);
  sink.end();
}

/** Waits for changes of a workflow without missing one that comes between a look and the wait. */
function watch({ store }: Emulation, number: number) {
  let changed = false;
  let resume: (() => void) | undefined;
  const wake = () => {
    changed = true;
    resume?.();
  };
  const stop = store.events.watch(number, wake);
  return {
    wake,
    stop,
    reset() {
      changed = false;
    },
    async next(interval: number, clock: Emulation['clock'], keepAlive: () => Promise<void>): Promise<void> {
      while (!changed) {
        const timedOut = await new Promise<boolean>((resolve) => {
          const cancel = clock.after(interval, () => resolve(true));
          resume = () => {
            cancel();
            resolve(false);
          };
        });
        resume = undefined;
        if (timedOut && !changed) await keepAlive();
      }
    },
  };
}
