import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CliError } from '../failure/cli-error.ts';
import { findAPIKey } from './credentials.ts';

let folder: string;
let warnings: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credentials-'));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const find = (env: NodeJS.ProcessEnv) =>
  findAPIKey({ XDG_CONFIG_HOME: folder, ...env }, (line) => warnings.push(line));

function failure(env: NodeJS.ProcessEnv): CliError {
  try {
    find(env);
  } catch (error) {
    if (error instanceof CliError) return error;
  }
  throw new Error('a key was found');
}

function writeCredentials(text: string): string {
  const path = join(folder, 'sogni', 'credentials');
  mkdirSync(join(folder, 'sogni'));
  writeFileSync(path, text);
  return path;
}

test('the file wins over the environment, with one warning when they differ', () => {
  writeCredentials('SOGNI_API_KEY=file');
  expect(find({ SOGNI_API_KEY: 'environment' })).toBe('file');
  expect(warnings).toEqual([expect.stringContaining('SOGNI_API_KEY holds another one')]);
});

test('says nothing when both hold the same key', () => {
  writeCredentials('SOGNI_API_KEY=same');
  expect(find({ SOGNI_API_KEY: 'same' })).toBe('same');
  expect(warnings).toEqual([]);
});

test('takes the environment when the file holds no key', () => {
  writeCredentials('# empty');
  expect(find({ SOGNI_API_KEY: 'environment' })).toBe('environment');
});

test('reads the file that SOGNI_CREDENTIALS_PATH names', () => {
  const path = join(folder, 'other');
  writeFileSync(path, 'SOGNI_API_KEY=other');
  expect(find({ SOGNI_CREDENTIALS_PATH: path })).toBe('other');
});

test('names both ways out when there is no key', () => {
  const { code, hint, details } = failure({});
  expect(code).toBe('MISSING_CREDENTIALS');
  expect(hint).toMatch(/SOGNI_API_KEY.*--local/);
  expect(details).toEqual({
    triedEnv: ['SOGNI_API_KEY'],
    triedFile: join(folder, 'sogni', 'credentials'),
    credentialsFileExisted: false,
  });
});

test('tells a file without a key from a missing one', () => {
  const path = writeCredentials('KEY=1');
  const { message, details } = failure({ SOGNI_API_KEY: ' ' });
  expect(message).toContain(path);
  expect(details).toMatchObject({ credentialsFileExisted: true });
});

test('a file that cannot be read is an error, unless the environment has a key', () => {
  mkdirSync(join(folder, 'sogni', 'credentials'), { recursive: true });
  expect(failure({})).toMatchObject({ code: 'CREDENTIALS_UNREADABLE', details: { cause: 'EISDIR' } });
  expect(find({ SOGNI_API_KEY: 'environment' })).toBe('environment');
  expect(warnings).toEqual([expect.stringContaining('EISDIR')]);
});
