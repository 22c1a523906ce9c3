import type { Emulation, RequestContext } from '../http/environment.ts';
import type { FrameSink } from '../http/frame-sink.ts';
import type { Fault } from './catalog.ts';
import { stall } from './harmed-answer.ts';

const STREAM_FAULTS = new Set([
  'stream_cut',
  'duplicate_frames',
  'reorder_frames',
  'malformed_json',
  'cut',
  'stall',
  'lost_answer',
]);

/** Puts the faults of a request between a stream and its client; without any, the sink itself. */
export function harmfulSink(sink: FrameSink, c: RequestContext, { clock, closing }: Emulation): FrameSink {
  let current = sink;
  for (const fault of c.get('faults')) {
    if (!STREAM_FAULTS.has(fault.name)) continue;
    const wait = () => stall(c, fault, clock, closing);
    current = harm(current, fault, wait);
  }
  return current;
}

function harm(sink: FrameSink, fault: Fault, wait: () => Promise<void>): FrameSink {
  switch (fault.name) {
    case 'duplicate_frames':
      return mapFrames(sink, (frames) =>
        frames.flatMap((frame) => (isEvent(frame) ? [frame, frame] : [frame])),
      );
    case 'reorder_frames':
      return mapFrames(sink, swapPairs);
    case 'malformed_json':
      return mapFrames(sink, (frames) =>
        frames.map((frame) => (isEvent(frame) ? frame.replace(/\}\n\n$/, '\n\n') : frame)),
      );
    case 'stream_cut':
      return cutAfterEvents(sink, fault.events ?? 1);
    case 'stall':
      return stopAtByte(sink, fault.bytes ?? 0, wait);
    default:
      return stopAtByte(sink, fault.bytes ?? 0, async () => sink.destroy());
  }
}

function mapFrames(sink: FrameSink, change: (frames: string[]) => string[]): FrameSink {
  return derived(sink, (text) => sink.write(change(framesOf(text)).join('')));
}

function cutAfterEvents(sink: FrameSink, allowed: number): FrameSink {
  let left = allowed;
  return derived(sink, async (text) => {
    for (const frame of framesOf(text)) {
      if (sink.gone) return;
      if (isEvent(frame)) left -= 1;
      if (left >= 0 && frame.includes('event: workflow_status') === false) await sink.write(frame);
      if (left <= 0) sink.destroy();
    }
  });
}

/** Lets `allowed` bytes through, then does what the fault does, once. */
function stopAtByte(sink: FrameSink, allowed: number, act: () => Promise<void>): FrameSink {
  let left = allowed;
  let acted = false;
  return derived(sink, async (text) => {
    const bytes = Buffer.from(text, 'utf8');
    if (acted || bytes.length <= left) {
      left -= bytes.length;
      return sink.write(text);
    }
    acted = true;
    await sink.writeBytes(bytes.subarray(0, left));
    await act();
    await sink.writeBytes(bytes.subarray(left));
  });
}

function derived(sink: FrameSink, write: (text: string) => Promise<void>): FrameSink {
  return {
    get gone() {
      return sink.gone;
    },
    write,
    writeBytes: (bytes) => sink.writeBytes(bytes),
    end: () => sink.end(),
    destroy: () => sink.destroy(),
  };
}

function swapPairs(frames: string[]): string[] {
  const events = frames.filter(isEvent);
  const others = frames.filter((frame) => !isEvent(frame));
  const swapped: string[] = [];
  for (let at = 0; at < events.length; at += 2) swapped.push(...events.slice(at, at + 2).reverse());
  return [...swapped, ...others];
}

function framesOf(text: string): string[] {
  return text.split(/(?<=\n\n)/);
}

function isEvent(frame: string): boolean {
  return frame.includes('event: workflow_event');
}
