import { expect, test } from 'vitest';
import { parseFaultHeader } from './header.ts';

test('names and settings are read, several at once', () => {
  expect(parseFaultHeader('latency;ms=5, failed_step; step = clip ; message=a=b')).toEqual([
    { name: 'latency', ms: 5 },
    { name: 'failed_step', step: 'clip', message: 'a=b' },
  ]);
  expect(parseFaultHeader(' , ')).toEqual([]);
});

test.each([
  ['flood', 'Unknown fault "flood"'],
  ['cut;bytes', '"bytes" of fault "cut" is ""'],
  ['cut;bytes=many', '"many"'],
  ['constructor', 'Unknown fault'],
])('%s is refused', (header, hint) => {
  expect(() => parseFaultHeader(header)).toThrow(hint);
});
