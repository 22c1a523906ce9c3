import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startEmulator } from '@sogni/emulator';
import { SogniClient } from '@sogni/intelligence-client';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { findProgram } from '../optional-programs.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const browserPath = findProgram('chromium');

/** Without these a closed network makes Chromium's own background requests fail, many at a time. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PAGE = `
import { SogniClient, readEventStream } from '@sogni/intelligence-client';
window.direct = async (baseURL, accessToken, id) => {
  const sogni = new SogniClient({ baseURL, accessToken, allowUnsafeBaseURL: true });
  const sequences = [];
  const done = await sogni.workflows.wait(id, { onEvent: ({ sequence }) => void sequences.push(sequence) });
  return { sequences, status: done.status };
};
window.relayed = async (url) => {
  const sequences = [];
  const stream = readEventStream(url);
  for await (const { sequence } of stream) sequences.push(sequence);
  return { sequences, ending: stream.ending.reason };
};
window.withKey = () => {
  try { new SogniClient({ apiKey: 'sk-visible-to-everybody' }); } catch (error) { return error.message; }
};
`;

test.skipIf(!browserPath)(
  'a page streams a workflow, directly with a token and through a relay',
  async () => {
    const emulator = await startEmulator({ stepDelay: 50 });
    onTestFinished(() => emulator.close());
    const sogni = new SogniClient(emulator.clientOptions);
    const { workflow } = await sogni.workflows.start({
      kind: 'image_to_video',
      input: { prompt: 'A fox', duration: 2 },
    });

    const bundle = await build({
      stdin: { contents: PAGE, resolveDir: import.meta.dirname },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
    });
    const script = bundle.outputFiles[0]?.text ?? '';
    const server = createServer(async (request, response) => {
      if (request.url?.startsWith('/relay')) {
        const after = new URL(request.url, 'http://relay').searchParams.get('after');
        const stream = sogni.workflows.streamEvents(
          workflow.workflowId,
          after === null ? {} : { after: Number(after) },
        );
        response.writeHead(200, stream.headers);
        for await (const chunk of stream.toReadableStream()) response.write(chunk);
        response.end();
        return;
      }
      const isScript = request.url === '/page.js';
      response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
      response.end(
        isScript ? script : '<!doctype html><title>e2e</title><script type="module" src="/page.js"></script>',
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const context = await chromium.launchPersistentContext(join(temporaryFolder(), 'profile'), {
      executablePath: browserPath ?? '',
      args: FLAGS,
    });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForFunction('window.direct !== undefined');

    const { walletAddress } = await sogni.account.me();
    const token = jwtFor(walletAddress);
    const call = (expression: string) => page.evaluate(expression) as Promise<Record<string, unknown>>;
    const count = (await sogni.workflows.wait(workflow.workflowId)).events?.length ?? 0;
    const all = Array.from({ length: count }, (_, index) => index);
    expect(await call(`direct('${emulator.url}', '${token}', '${workflow.workflowId}')`)).toEqual({
      sequences: all,
      status: 'completed',
    });
    expect(await call(`relayed('${origin}/relay')`)).toEqual({ sequences: all, ending: 'terminal' });
    expect(await call('withKey()')).toMatch(/browser/);
  },
);

/** The emulator reads the claims; it has no key to check a signature with. */
function jwtFor(address: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    type: 'access',
    addr: address,
    env: 'local',
    iat: 0,
    exp: Math.floor(Date.now() / 1000) + 600,
  };
  return `${part({ alg: 'none' })}.${part(claims)}.unsigned`;
}
