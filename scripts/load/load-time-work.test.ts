import { expect, test } from 'vitest';
import { loadTimeWork } from './load-time-work.mjs';

const work = (text: string) => loadTimeWork('module.ts', text).map(({ what }) => what);

test.each([
  ['a call', 'const schema = object({ id: string() });', ['calls object()', 'calls string()']],
  ['a table', 'export const names = new Map([["a", 1]]);', ['builds new Map()']],
  ['a frozen table', 'const x = Object.freeze({});', ['calls Object.freeze()']],
  ['a static field', 'class A { static x = new Map(); }', ['builds new Map()']],
  ['a static block', 'class A { static { register(A); } }', ['calls register()']],
  ['a call in an extends clause', 'class A extends mixin(B) {}', ['calls mixin()']],
  ['a call in a spread', 'export const x = { ...make() };', ['calls make()']],
  ['an immediate function', 'const x = (() => 1)();', ['calls (() => 1)()']],
  ['a value that only looks lazy', 'const schema = lazily(object({}));', ['calls object()']],
  ['a loop', 'for (const x of list) seen.push(x);', ['runs a loop', 'calls seen.push()']],
  ['a mention of Headers', 'const H = Headers;', ['touches Headers']],
  ['a global by property', 'const f = globalThis.fetch;', ['touches fetch']],
  ['a subclass of Response', 'class Reply extends Response {}', ['touches Response']],
  ['a shorthand', 'export const web = { fetch };', ['touches fetch']],
])('reports %s', (_, text, expected) => {
  expect(work(text)).toEqual(expected);
});

test.each([
  ['a function body', 'export function f() { return new Headers(fetch()); }'],
  ['an arrow function', 'export const f = async () => fetch(new Request("x"));'],
  [
    'a method, a constructor and an instance field',
    'class A { map = new Map(); constructor() { go(); } m() { go(); } }',
  ],
  ['types', 'export type F = typeof fetch; interface A { headers: Headers; fetch?: typeof fetch }'],
  ['a property of that name', 'export const options = { fetch: true };'],
  ['literals and symbols', 'const a = { b: [1, /x/] }; const s = Symbol.for("a");'],
  ['a value that is made on first use', 'export const schema = lazily(() => object({ id: string() }));'],
  ['a class with a plain base', 'export class A extends Error { static kind = "a"; }'],
])('says nothing about %s', (_, text) => {
  expect(work(text)).toEqual([]);
});

test('names the line', () => {
  expect(loadTimeWork('module.ts', 'const a = 1;\n\nconst b = go();')).toEqual([
    { line: 3, what: 'calls go()' },
  ]);
});
