import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findUndocumented } from './undocumented.mjs';

let folder = '';

afterEach(() => rmSync(folder, { recursive: true }));

/**
 * Writes declaration files, `index.d.ts` being the one that can be imported. Comments begin a line, as TypeScript gives
 * one behind other code to that code.
 */
function look(index: string, others: Record<string, string> = {}) {
  folder = mkdtempSync(join(tmpdir(), 'undocumented-'));
  const files = { 'package.json': '{ "type": "module" }', 'index.d.ts': index, ...others };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text.replaceAll(/ (?=\/\*\*)/g, '\n'));
  }
  return findUndocumented(folder, [join(folder, 'index.d.ts')]);
}
const names = (index: string, others?: Record<string, string>) =>
  look(index, others).undocumented.map(({ name }) => name);

test.each([
  ['a member of an interface', '/** A. */ export interface A { /** B. */ b: string; c: string }', 'A.c'],
  ['a method of a class', '/** A. */ export declare class A { go(): void }', 'A.go'],
  ['a symbol', '/** A. */ export interface A { [Symbol.asyncDispose](): void }', 'A.[Symbol.asyncDispose]'],
  ['an interface', 'export interface A { /** B. */ b: string }', 'A'],
  ['a type', 'export type A = string;', 'A'],
  ['a function', 'export declare function a(): void;', 'a'],
  ['a constant', '/** A. */ export declare const a: 1;\nexport declare const b: 2;', 'b'],
  ['a plain comment', '// A.\nexport type A = string;', 'A'],
  ['a name outside errors', '/** A. */ export interface A { name: string }', 'A.name'],
])('reports %s without a comment', (_, text, expected) => {
  expect(names(text)).toEqual([expected]);
});

test.each([
  ['a constructor', '/** A. */ export declare class A { constructor(b: string) }'],
  ['the name of an error', "/** A. */ export declare class AError { readonly name: 'AError' }"],
  ['private members', '/** A. */ export declare class A { #b; private c; protected d: string }'],
  ['data', '/** A. */ export declare const a: { readonly b: { readonly c: 1 } };'],
  ['what is not exported', '/** A. */ export type A = B; interface B { c: string } export {};'],
  [
    'a member that its base documents',
    '/** A. */ export interface A { /** B. */ b: string }\n/** C. */ export interface C extends A { b: string }',
  ],
])('asks nothing of %s', (_, text) => {
  expect(names(text)).toEqual([]);
});

test('follows exports to the file that declares them, under the name they have outside', () => {
  const found = look("export { a as Shown } from './a.js';\nexport * from './b.js';", {
    'a.d.ts': '/** A. */\ninterface a {\n  b: string;\n}\nexport { a };',
    'b.d.ts': 'export type B = string;\ntype hidden = 1;\nexport {};',
  });
  expect(found).toEqual({
    count: 3,
    undocumented: [
      { path: join(folder, 'a.d.ts'), line: 3, name: 'Shown.b' },
      { path: join(folder, 'b.d.ts'), line: 1, name: 'B' },
    ],
  });
});

test('looks at members that come from a base nobody exports', () => {
  const text =
    'interface Base { b: string }\n/** A. */ export interface A extends Base { /** C. */ c: string }';
  expect(names(`${text}\nexport {};`)).toEqual(['Base.b']);
});

test('says so when a package is not built', () => {
  folder = mkdtempSync(join(tmpdir(), 'undocumented-'));
  expect(() => findUndocumented(folder, [join(folder, 'index.d.ts')])).toThrow('build the packages');
});
