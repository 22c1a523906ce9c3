import { expect, test } from 'vitest';
import { IMAGE_STEP, startApi } from './api.ts';

async function withFile() {
  const api = await startApi();
  const record = await api.run([IMAGE_STEP]);
  const url = record.artifacts[0]?.url ?? '';
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  const part = (range: string, headers = {}) => fetch(url, { headers: { range, ...headers } });
  return { api, url, bytes, part, [Symbol.asyncDispose]: () => api.emulator.close() };
}

test('a file has its type, length and a tag', async () => {
  await using file = await withFile();
  for (const method of ['GET', 'HEAD']) {
    const response = await fetch(file.url, { method });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-length')).toBe(String(file.bytes.length));
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect((await response.arrayBuffer()).byteLength).toBe(method === 'HEAD' ? 0 : file.bytes.length);
  }
  const etag = (await fetch(file.url)).headers.get('etag') ?? '';
  expect((await fetch(file.url, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test.each([
  ['bytes=0-9', 0, 10],
  ['bytes=10-', 10, undefined],
  ['bytes=-7', -7, undefined],
  ['bytes=5-99999', 5, undefined],
])('%s is a part of the file', async (range, from, to) => {
  await using file = await withFile();
  const response = await file.part(range);
  const expected = file.bytes.subarray(from, to);
  const start = from < 0 ? file.bytes.length + from : from;
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(
    `bytes ${start}-${start + expected.length - 1}/${file.bytes.length}`,
  );
  expect(response.headers.get('content-length')).toBe(String(expected.length));
  expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true);
});

test.each(['bytes=99999-', 'bytes=-0'])('%s is outside the file', async (range) => {
  await using file = await withFile();
  const response = await file.part(range);
  expect(response.status).toBe(416);
  expect(response.headers.get('content-range')).toBe(`bytes */${file.bytes.length}`);
});

test.each(['bytes=0-1,4-5', 'pages=1-2', 'bytes=9-3', 'bytes=-'])('%s is ignored', async (range) => {
  await using file = await withFile();
  expect((await file.part(range)).status).toBe(200);
});

test('a range of another version is the whole file', async () => {
  await using file = await withFile();
  expect((await file.part('bytes=0-1', { 'if-range': '"older"' })).status).toBe(200);
});

test('an unknown file is 404', async () => {
  await using file = await withFile();
  expect((await fetch(`${file.url}x`)).status).toBe(404);
  expect((await fetch(file.url.replace(/[^/]+$/, '..%2f..%2fetc%2fpasswd'))).status).toBe(404);
});
