import { expect, test } from 'vitest';
import type { ToolParameter } from '../tool-parameter.ts';
import { checkValue } from './check-value.ts';

function codes(schema: ToolParameter, value: unknown): string[] {
  const report = { issues: [], warnings: [], coerce: false };
  checkValue(schema, value, 'x', report);
  return report.issues.map(({ code }) => code);
}

type Case = readonly [
  what: string,
  schema: ToolParameter,
  good: readonly unknown[],
  bad: readonly unknown[],
  code: string,
];

const CASES: readonly Case[] = [
  ['string', { type: 'string' }, ['', 'a'], [1, true, null, [], {}], 'type'],
  ['number', { type: 'number' }, [0, -1.5], ['1', Number.NaN, Number.POSITIVE_INFINITY], 'type'],
  ['integer', { type: 'integer' }, [0, -3, 2.0], [1.5, '2'], 'type'],
  ['boolean', { type: 'boolean' }, [true, false], ['true', 0], 'type'],
  ['array', { type: 'array' }, [[], [1]], [{}, 'a'], 'type'],
  ['object', { type: 'object' }, [{}], [[], null, new Date(0)], 'type'],
  ['null', { type: 'null' }, [null], [0, ''], 'type'],
  ['a list of types', { type: ['string', 'null'] }, ['a', null], [1, {}], 'type'],
  ['const', { const: 3 }, [3], [4, '3'], 'const'],
  ['enum', { enum: ['a', 2, null] }, ['a', 2, null], ['b', '2', {}], 'enum'],
  ['minimum', { minimum: 2 }, [2, 3], [1.99], 'minimum'],
  ['maximum', { maximum: 2 }, [2, 1], [2.01], 'maximum'],
  ['exclusiveMinimum', { exclusiveMinimum: 0 }, [0.1], [0, -1], 'exclusive_minimum'],
  ['exclusiveMaximum', { exclusiveMaximum: 0 }, [-0.1], [0, 1], 'exclusive_maximum'],
  ['draft-4 exclusiveMinimum', { minimum: 2, exclusiveMinimum: true }, [2.1], [2, 1], 'exclusive_minimum'],
  ['draft-4 exclusiveMaximum', { maximum: 2, exclusiveMaximum: true }, [1.9], [2, 3], 'exclusive_maximum'],
  ['draft-4 exclusiveMinimum false', { minimum: 2, exclusiveMinimum: false }, [2], [1], 'minimum'],
  ['minLength in code points', { minLength: 2 }, ['ab', '🦊🦊'], ['a', '🦊'], 'min_length'],
  ['maxLength in code points', { maxLength: 2 }, ['ab', '🦊🦊'], ['abc'], 'max_length'],
  ['an anchored pattern', { pattern: 'a|b' }, ['a', 'b'], ['ab', 'xa', ''], 'pattern'],
  ['a pattern that is no expression', { pattern: '(' }, [1], ['('], 'schema'],
  ['minItems', { minItems: 1 }, [[1]], [[]], 'min_items'],
  ['maxItems', { maxItems: 1 }, [[], [1]], [[1, 2]], 'max_items'],
  ['items', { items: { type: 'string' } }, [[], ['a']], [[1], ['a', null]], 'type'],
  [
    'a tuple',
    { items: [{ type: 'string' }, { type: 'number' }] },
    [['a'], ['a', 1, {}]],
    [['a', 'b'], [1]],
    'type',
  ],
  [
    'required',
    { required: ['a'] },
    [{ a: 0 }, { a: false }, { a: {} }],
    [{}, { a: '' }, { a: null }, { a: [] }],
    'missing',
  ],
  [
    'properties',
    { properties: { a: { type: 'number' } } },
    [{}, { a: 1 }, { a: null }, { b: 'x' }],
    [{ a: '1' }],
    'type',
  ],
  [
    'a schema for further keys',
    { additionalProperties: { type: 'number' } },
    [{ a: 1 }, { a: null }],
    [{ a: 'b' }],
    'type',
  ],
  ['anyOf', { anyOf: [{ type: 'string' }, { minimum: 3 }] }, ['a', 3], [2], 'any_of'],
  ['oneOf', { oneOf: [{ minimum: 3 }, { maximum: 5 }] }, [2, 6], [4], 'one_of'],
  ['oneOf that nothing fits', { oneOf: [{ type: 'string' }] }, ['a'], [1], 'one_of'],
  ['allOf', { allOf: [{ minimum: 3 }, { maximum: 5 }] }, [3, 5], [2], 'minimum'],
];

test.each(CASES)('%s is enforced', (_what, schema, good, bad, code) => {
  for (const value of good) expect(codes(schema, value), JSON.stringify(value)).toEqual([]);
  for (const value of bad) expect(codes(schema, value), JSON.stringify(value)).toEqual([code]);
});

test('paths lead through objects and lists', () => {
  const report = { issues: [], warnings: [], coerce: false };
  const schema: ToolParameter = {
    properties: { scenes: { items: { properties: { cues: { items: { required: ['text'] } } } } } },
  };
  checkValue(schema, { scenes: [{}, { cues: [{ text: 'a' }, {}] }] }, '', report);
  expect(report.issues).toMatchObject([{ path: 'scenes.1.cues.1.text', code: 'missing' }]);
});

test('allOf hands the normalised value on, and the warnings of rejected alternatives are dropped', () => {
  const report = { issues: [], warnings: [], coerce: false };
  const strict = (name: string): ToolParameter => ({
    type: 'object',
    additionalProperties: false,
    required: [name],
    properties: { [name]: { type: 'number' } },
  });
  const schema: ToolParameter = {
    allOf: [{ properties: { startSeconds: { aliases: ['from'] } } }],
    oneOf: [strict('endSeconds'), strict('startSeconds')],
  };
  expect(checkValue(schema, { from: 2, extra: 1 }, '', report)).toEqual({ startSeconds: 2 });
  expect(report).toMatchObject({ issues: [], warnings: [{ path: 'extra', code: 'unknown_argument' }] });
});

test('a long text is cut in a message', () => {
  const report = { issues: [], warnings: [], coerce: false };
  checkValue({ enum: ['a'] }, 'b'.repeat(5000), 'x', report);
  expect(JSON.stringify(report.issues).length).toBeLessThan(200);
});
