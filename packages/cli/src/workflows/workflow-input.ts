import { statSync } from 'node:fs';
import type { WorkflowInput } from '@sogni/intelligence-client';
import { homePath } from '../connection/home-path.ts';
import { type CliError, usageError } from '../failure/cli-error.ts';
import { readText } from '../files/read-text.ts';

const LARGEST_FILE = 16 * 1024 * 1024;

/**
 * Reads a plan that is given as JSON or as `@file`. Its steps are checked when it is started. Source: cli 6.6.
 *
 * @throws {CliError} `INVALID_WORKFLOW_INPUT` or `FILE_NOT_FOUND`, with exit code 2.
 */
export function readWorkflowInput(given: string): WorkflowInput {
  const file = given.startsWith('@') ? homePath(given.slice(1)) : undefined;
  const text = file === undefined ? given : readPlanFile(file);
  const where = file ?? 'The plan';
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw invalidInput(`${where} is not valid JSON: ${error instanceof Error ? error.message : error}`, {
      hint: file === undefined ? 'A file is given as @path, such as @plan.json.' : undefined,
    });
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw invalidInput(`${where} is not a JSON object`, {
      hint: 'A plan looks like {"title": "...", "steps": [{"toolName": "...", "arguments": {}}]}.',
    });
  }
  // What is in it is judged by the SDK and the server, which name what is wrong.
  return input as WorkflowInput;
}

function readPlanFile(path: string): string {
  try {
    if (statSync(path).isDirectory()) throw invalidInput(`${path} is a folder, not a file with a plan`);
    const text = readText(path, LARGEST_FILE);
    if (text === undefined) throw invalidInput(`${path} is larger than 16 MiB; that is no plan`);
    return text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw usageError(
        path === '' ? 'Behind the @ the path of a file is missing' : `File not found: ${path}`,
        {
          code: 'FILE_NOT_FOUND',
          hint: 'Give the plan as @path to a file that exists, or as JSON.',
        },
      );
    }
    if (code === 'EACCES' || code === 'EPERM') throw invalidInput(`${path} cannot be read (${code})`);
    throw error;
  }
}

function invalidInput(message: string, { hint }: { hint?: string | undefined } = {}): CliError {
  return usageError(message, { code: 'INVALID_WORKFLOW_INPUT', hint, details: { flag: '--workflow-input' } });
}
