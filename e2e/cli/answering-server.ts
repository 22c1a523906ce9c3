import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { pointedAt } from './run-cli.ts';

/** A server that answers as told until the test is over; the environment that points the command at it. */
export async function serve(listener: RequestListener): Promise<Record<string, string>> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return pointedAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** A server that knows one run: `files` answers for its artifact, `/file.mp4`. */
export async function serveRun(
  run: Record<string, unknown>,
  files: RequestListener = (_request, response) => void response.end('film'),
): Promise<Record<string, string>> {
  return await serve((request, response) => {
    if (request.url === '/file.mp4') return files(request, response);
    const url = `http://${request.headers.host}/file.mp4`;
    const artifacts = [{ url, kind: 'video', stepId: 'clip' }];
    const workflow = { workflowId: 'wf_1', status: 'completed', title: 'T', artifacts, ...run };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status: 'success', data: { workflow, events: [] } }));
  });
}
