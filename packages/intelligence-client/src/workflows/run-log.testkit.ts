import { eventStream, type Reply, type Routes } from '../../fixtures/replay-server.ts';

const ROOT = '/v1/creative-agent/workflows';

/** A log frame of run `wf_1`. */
export function logFrame(sequence: number, type: string): string {
  const event = { workflowId: 'wf_1', sequence, type };
  return `id: ${sequence}\nevent: workflow_event\ndata: ${JSON.stringify(event)}\n\n`;
}

/** A connection that sends these entries, the status, and ends, as the sheet says (rest-api 4). */
export function connection(from: number, types: string[], status: string): Reply {
  const frames = types.map((type, index) => logFrame(from + index, type));
  const closing = `event: workflow_status\ndata: {"workflowId":"wf_1","status":"${status}"}\n\n`;
  return eventStream([...frames, closing].join(''));
}

/** A connection that sends this text and stays open. */
export function openConnection(text: string, onClose: () => void = () => {}): Reply {
  return (_, response) => {
    response.on('close', onClose);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(text);
  };
}

/** The record of `wf_1` as an envelope. */
export function record(status: string, more: object = {}): Reply {
  return { body: { status: 'success', data: { workflow: { workflowId: 'wf_1', status, ...more } } } };
}

export interface RunReplies {
  start?: Reply;
  streams: Reply[];
  records: Reply[];
  confirmations?: Reply[];
  events?: Reply;
}

/** Everything that is asked of run `wf_1`. */
export function runRoutes({ start, streams, records, confirmations, events }: RunReplies): Routes {
  return {
    ...(start && { [`POST ${ROOT}`]: start }),
    [`GET ${ROOT}/wf_1/events/stream`]: streams,
    [`GET ${ROOT}/wf_1`]: records,
    [`GET ${ROOT}/wf_1/events`]: events ?? { body: { status: 'success', data: { events: [] } } },
    ...(confirmations && { [`POST ${ROOT}/wf_1/confirm-cost`]: confirmations }),
  };
}
