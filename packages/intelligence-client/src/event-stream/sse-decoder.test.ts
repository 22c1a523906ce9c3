import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { createSSEDecoder } from './sse-decoder.ts';
import { type ReferenceMessage, referenceDecode } from './sse-reference.testkit.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function decode(chunks: Iterable<Uint8Array>, maxEventBytes = 1_000_000): ReferenceMessage[] {
  const messages: ReferenceMessage[] = [];
  const decoder = createSSEDecoder({
    subject: 'workflow wf_1',
    maxEventBytes,
    onMessage: ({ id, event, data }) => messages.push({ id, event, data }),
  });
  for (const chunk of chunks) {
    decoder.feed(chunk);
    let isLeft = true;
    while (isLeft) isLeft = decoder.digest();
  }
  return messages;
}

function split(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...at, bytes.length].map((end, index) => bytes.subarray(at[index - 1] ?? 0, end));
}

const fragment = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    ':',
    ' ',
    'data',
    'data:',
    'data: ',
    'event:',
    'event: x',
    'id: 7',
    'id',
  ),
  fc.constantFrom(
    'retry: 9',
    ': note',
    'é',
    '😀',
    '\u2028',
    '\ufeff',
    'ï»¿',
    '\0',
    '{"a":1}',
    'unknown: y',
    'dat',
    'ids: 1',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const lineEnd = fc.constantFrom('\n', '\r', '\r\n', '\n\n', '\r\r', '\r\n\r\n');
const field = fc.constantFrom(
  'data',
  'data:',
  'data: ',
  'data:  ',
  'id: ',
  'event: ',
  'retry: ',
  ':',
  'DATA: ',
  '',
);
const value = fc.oneof(fc.constantFrom('', '1', 'é', '日本', '😀', ' ', '\0', ':'), fragment);
const line = fc.tuple(field, value, lineEnd).map((parts) => parts.join(''));
const start = fc.constantFrom('', '', '\ufeff', '\ufeff\ufeff', 'ï»¿', '\n');
const body = fc.oneof(
  fc.tuple(start, fc.array(line, { maxLength: 15 })).map(([first, lines]) => encode(first + lines.join(''))),
  fc.array(fragment, { maxLength: 40 }).map((parts) => encode(parts.join(''))),
  // Bytes that are not UTF-8 decode to replacement characters, wherever the chunks end.
  fc
    .array(fc.oneof(fc.uint8Array({ maxLength: 3 }), line.map(encode)), { maxLength: 20 })
    .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))),
);

test('gives the same messages as the WHATWG algorithm, whatever the chunks', { timeout: 120_000 }, () => {
  const numRuns = Number(process.env.SOGNI_SSE_CASES ?? 10_000);
  fc.assert(
    fc.property(body, fc.array(fc.nat(), { maxLength: 12 }), (bytes, cuts) => {
      const expected = referenceDecode(bytes);
      expect(decode(split(bytes, cuts))).toEqual(expected);
      expect(decode([bytes])).toEqual(expected);
    }),
    { numRuns },
  );
});

test('joins a character that is cut in the middle', () => {
  const bytes = encode('data: {"note":"日本😀"}\n\n');
  expect(decode([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual([
    { id: undefined, event: undefined, data: '{"note":"日本😀"}' },
  ]);
});

test('reports the retry field', () => {
  const seen: number[] = [];
  const decoder = createSSEDecoder({
    subject: 'workflow wf_1',
    maxEventBytes: 100,
    onMessage: () => {},
    onRetry: (milliseconds) => seen.push(milliseconds),
  });
  decoder.feed(encode('retry: 250\n\nretry: soon\n\n'));
  decoder.digest();
  expect(seen).toEqual([250]);
});

test.each([
  ['one chunk', [`data: ${'x'.repeat(101)}\n\n`]],
  ['many chunks', Array.from({ length: 30 }, (_, index) => (index === 0 ? 'data: ' : 'xxxx'))],
  ['many lines', Array.from({ length: 30 }, () => 'data: xxxx\n')],
  ['an id without end', Array.from({ length: 30 }, (_, index) => (index === 0 ? 'id: ' : 'xxxx'))],
])('refuses an event above the limit that comes as %s', (_, chunks) => {
  expect(() => decode(chunks.map(encode), 100)).toThrow(ResponseValidationError);
});

test('drops a comment of any length without keeping it', () => {
  const chunks = [': ', ...Array.from({ length: 100 }, () => 'x'.repeat(50)), '\ndata: 1\n\n'];
  expect(decode(chunks.map(encode), 100)).toEqual([{ id: undefined, event: undefined, data: '1' }]);
});

test('digests a large chunk in portions', () => {
  const seen: string[] = [];
  const decoder = createSSEDecoder({
    subject: 'workflow wf_1',
    maxEventBytes: 1_000_000,
    onMessage: ({ data }) => seen.push(data),
  });
  const expected = Array.from({ length: 1_000 }, (_, index) => `${index} ${'x'.repeat(90)}`);
  decoder.feed(encode(expected.map((data) => `data: ${data}\n\n`).join('')));
  const counts: number[] = [];
  while (decoder.digest()) counts.push(seen.length);
  expect(seen).toEqual(expected);
  expect(counts.length).toBeGreaterThan(5);
  expect(counts[0]).toBeLessThan(200);
});
