import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { ConnectionError } from '../errors/connection-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { isSogniError } from '../errors/sogni-error.ts';
import { MAX_BODY_BYTES } from './body.ts';
import { connect, failure, GET, ONCE, START, send, serve, serveRaw } from './loopback.testkit.ts';

const PAGE = `<!DOCTYPE html><html><head><title>524</title><style>b{color:red}</style></head>
<body><script>track()</script><h1>A timeout occurred</h1></body></html>`;

test('a web page that passes for success is no answer, and not asked for again', async () => {
  await using server = await serve((response) => void response.end(` \n${PAGE}`));
  const error = await failure(send(connect(server.url), START));
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(error).toMatchObject({
    attempts: 1,
    outcome: 'unknown',
    message: expect.stringContaining('web page'),
  });
});

test('of a web page that reports an error, the text is quoted', async () => {
  await using server = await serve((response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end(PAGE);
  });
  await expect(send(connect(server.url, { maxRetries: 0 }))).rejects.toMatchObject({
    status: 502,
    message: expect.stringMatching(
      /: Bad Gateway; a proxy answered with a web page: 524 A timeout occurred$/,
    ),
    body: PAGE,
  });
});

test('JSON that ends early is told from a web page', async () => {
  await using server = await serve((response) => void response.end('{"data":{"wor'));
  const error = await failure(send(connect(server.url, { maxRetries: 0 })));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ message: expect.stringContaining('was cut, or is not JSON') });
});

test('a body that is cut keeps the request id', async () => {
  await using server = await serve((response) => {
    response.writeHead(200, { 'content-length': '10', 'x-request-id': 'req_7' });
    response.write('{', () => response.socket?.destroy());
  });
  const error = await failure(send(connect(server.url, { maxRetries: 0 }), ONCE));
  expect(error).toMatchObject({ kind: 'connection', requestId: 'req_7', outcome: 'unknown' });
});

test.each(['', ' \n'])('an empty body (%j) is passed on as nothing', async (text) => {
  await using server = await serve((response) => void response.end(text));
  expect(await send(connect(server.url))).toBeUndefined();
});

test('204 is an empty answer', async () => {
  await using server = await serve((response) => void response.writeHead(204).end());
  expect(await send(connect(server.url), { ...GET, method: 'DELETE' })).toBeUndefined();
});

test.each(['announced', 'chunked', 'compressed'])(
  'a body over the cap is refused unread (%s)',
  async (how) => {
    let sent = 0;
    const total = MAX_BODY_BYTES + 1024 * 1024;
    await using server = await serve((response) => {
      if (how === 'compressed') {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(total, ' ')));
        return;
      }
      response.writeHead(200, how === 'announced' ? { 'content-length': total } : {});
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const push = () => {
        while (sent < total && !response.destroyed) {
          sent += chunk.byteLength;
          if (!response.write(chunk)) {
            response.once('drain', push);
            return;
          }
        }
      };
      push();
    });
    const error = await failure(send(connect(server.url)));
    expect(error).toBeInstanceOf(ResponseValidationError);
    expect(error).toMatchObject({
      attempts: 1,
      retryable: false,
      message: expect.stringContaining(`larger than ${MAX_BODY_BYTES} bytes`),
    });
    expect(server.seen).toHaveLength(1);
    if (how === 'announced') expect(sent).toBeLessThan(total / 2);
    // Compressed, it has arrived whole, and its connection stays open for the next call.
    if (how !== 'compressed') await vi.waitFor(() => expect(server.sockets.size).toBe(0), 10_000);
  },
);

test('a compressed body is unpacked', async () => {
  const text = JSON.stringify({ text: 'ü'.repeat(10_000) });
  await using server = await serve((response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
  });
  expect(await send(connect(server.url))).toEqual(JSON.parse(text));
});

test.each([true, false])('a byte order mark is dropped (length announced: %s)', async (isAnnounced) => {
  const bytes = Buffer.from('\ufeff{"a":1}');
  await using server = await serve((response) => {
    if (isAnnounced) response.setHeader('content-length', bytes.byteLength);
    response.write(bytes);
    response.end();
  });
  expect(await send(connect(server.url))).toEqual({ a: 1 });
});

test('a character split between chunks stays whole', async () => {
  const bytes = Buffer.from('{"a":"🚀"}');
  await using server = await serve((response) => {
    response.write(bytes.subarray(0, 8), () => setImmediate(() => response.end(bytes.subarray(8))));
  });
  expect(await send(connect(server.url))).toEqual({ a: '🚀' });
});

test('invalid UTF-8 is replaced, not thrown at the caller', async () => {
  await using server = await serve((response) => {
    response.end(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}')]));
  });
  expect(await send(connect(server.url))).toEqual({ a: '\ufffd\ufffd' });
});

test('an error body over its cap leaves status and reason, and the rest unread', async () => {
  await using server = await serve((response) => {
    response.writeHead(413).write(Buffer.alloc(3 * 1024 * 1024, 'x'));
  });
  await expect(send(connect(server.url), START)).rejects.toMatchObject({
    status: 413,
    message: expect.stringContaining('Payload Too Large'),
  });
  await vi.waitFor(() => expect(server.sockets.size).toBe(0), 10_000);
});

test('a long error message is shortened', async () => {
  await using server = await serve((response, { url }) => {
    const text = 'x'.repeat(10_000);
    response.writeHead(400).end(url.includes('json') ? JSON.stringify({ message: text }) : text);
  });
  const transport = connect(server.url);
  const texts = [await failure(send(transport)), await failure(send(transport, { ...GET, path: '/json' }))];
  expect(texts.map((error) => /x+$/.exec(Object(error).message)?.[0].length)).toEqual([500, 2_000]);
});

test('names such as __proto__ stay data', async () => {
  const text = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"message":"no"}';
  await using server = await serve((response, { number }) => {
    response.writeHead(number === 1 ? 200 : 400, { 'x-proto': '1' }).end(text);
  });
  const transport = connect(server.url);
  expect(JSON.stringify(await send(transport))).toBe(text);
  expect(await failure(send(transport))).toMatchObject({ message: expect.stringContaining(': no') });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a body deeper than any parser likes is an error of ours', async () => {
  const depth = 200_000;
  await using server = await serve((response, { number }) => {
    response.writeHead(number === 1 ? 400 : 200).end('{"data":'.repeat(depth) + 1 + '}'.repeat(depth));
  });
  const transport = connect(server.url, { maxRetries: 0 });
  const error = await failure(send(transport));
  expect(error).toMatchObject({ status: 400 });
  JSON.stringify(error);
});

test.each([
  [
    'a cycle',
    () =>
      Object.assign(Object.create(null), {
        get self() {
          return this;
        },
      }),
  ],
  ['a BigInt', () => ({ count: 1n })],
])('a request body with %s is refused before it is sent', async (_, make) => {
  const error = await failure(send(connect('http://127.0.0.1:1'), { ...START, body: make() }));
  expect(error).toMatchObject({ name: 'InvalidRequestError', attempts: 0, cause: expect.any(Error) });
});

/** Answers that break HTTP, JSON or a promise of the API, one way each. */
const HOSTILE: Record<string, string> = {
  'no HTTP': 'SSH-2.0-OpenSSH_9.2\r\n',
  'a broken status line': 'HTTP/1.1 OK\r\n\r\n',
  'a broken header': 'HTTP/1.1 200 OK\r\nx y: z\r\n\r\n{}',
  'a wrong chunk size': 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  'two lengths': 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
  'a negative length': 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}',
  'a body that is not gzip': 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}',
  'an unknown status': 'HTTP/1.1 799 What\r\ncontent-length: 2\r\n\r\n{}',
  'a redirect to nowhere': 'HTTP/1.1 302 Found\r\nlocation: http://[\r\ncontent-length: 0\r\n\r\n',
  'a location of null bytes': 'HTTP/1.1 302 Found\r\nlocation: \u0000\r\ncontent-length: 0\r\n\r\n',
  'nothing at all': '',
  'a bare number': 'HTTP/1.1 400 Bad\r\ncontent-length: 2\r\n\r\n42',
  'a null': 'HTTP/1.1 500 Bad\r\ncontent-length: 4\r\n\r\nnull',
  'odd fields':
    'HTTP/1.1 422 Bad\r\nconnection: close\r\n\r\n{"error":[],"data":{"validation":7,"compileErrors":{}},"details":1}',
};

test.each(Object.keys(HOSTILE))('a server that sends %s causes no foreign error', async (name) => {
  await using server = await serveRaw((socket) => {
    socket.once('data', () => socket.end(HOSTILE[name] ?? ''));
  });
  const error = await failure(send(connect(server.url, { maxRetries: 0, timeout: 2_000 })));
  expect(isSogniError(error)).toBe(true);
  expect(error).toMatchObject({ attempts: 1, message: expect.stringContaining(server.url) });
});

test('headers without end are bounded', async () => {
  await using server = await serveRaw((socket) => {
    const push = () => {
      while (socket.writable && socket.write(`x-more: ${'y'.repeat(8_000)}\r\n`));
    };
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\n');
      socket.on('drain', push);
      push();
    });
  });
  await expect(send(connect(server.url, { maxRetries: 0 }))).rejects.toMatchObject({ kind: 'connection' });
});
