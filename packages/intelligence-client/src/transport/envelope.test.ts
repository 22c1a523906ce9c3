import { expect, test } from 'vitest';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { envelopeData, listField, recordField } from './envelope.ts';

const INFO = {
  status: 200,
  target: 'https://api.sogni.ai/v1/things/t_1',
  requestId: 'req_1',
  attempts: 2,
  idempotencyKey: 'k',
  outcome: 'unknown',
} as const;

const hasId = ({ id }: Record<string, unknown>) => typeof id === 'string';

test('data, records and lists are read as they are', () => {
  const record = { id: 'a', extra: 1 };
  expect(envelopeData({ status: 'success', data: record }, INFO)).toBe(record);
  expect(recordField({ thing: record }, 'thing', hasId, INFO)).toBe(record);
  expect(listField({ things: [record] }, 'things', hasId, INFO)).toEqual([record]);
  expect(listField({ things: [] }, 'things', hasId, INFO)).toEqual([]);
});

test.each([undefined, null, 'text', [], {}, { data: null }, { data: [] }, { data: 'x' }])(
  'a body %j without data is refused',
  (body) => {
    expect(() => envelopeData(body, INFO)).toThrow('"data" is missing or not an object');
  },
);

test.each([{ thing: {} }, { thing: { id: 7 } }])('an incomplete record %j is refused', (body) => {
  expect(() => recordField(body, 'thing', hasId, INFO)).toThrow('"thing" lacks its id or status');
});

test.each([undefined, { things: {} }, { things: [{ id: 'a' }, {}] }, { things: ['a'] }])(
  'an incomplete list %j is refused',
  (body) => {
    expect(() => listField(body, 'things', hasId, INFO)).toThrow('not a list of complete items');
  },
);

test('a refused answer tells all that is known of the call', () => {
  const { status: _, target, ...facts } = INFO;
  try {
    envelopeData({}, INFO);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ResponseValidationError);
    expect(error).toMatchObject({ ...facts, message: expect.stringContaining(target) });
  }
});
