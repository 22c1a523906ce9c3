import { join } from 'node:path';
import { CliError } from '../failure/cli-error.ts';
import { readText } from '../files/read-text.ts';
import { configFolder } from './config-folder.ts';
import { parseCredentials } from './credentials-file.ts';
import { homePath } from './home-path.ts';

/** Bytes; nobody has that many keys. */
const LARGEST_FILE = 1024 * 1024;

const WAYS_OUT =
  'Set SOGNI_API_KEY (keys are made at https://dashboard.sogni.ai), or add --local to use the local emulator without one.';

/** Where the credentials file is. Source: cli 2.1. */
export function credentialsPath(env: NodeJS.ProcessEnv): string {
  const path = env.SOGNI_CREDENTIALS_PATH?.trim();
  return path ? homePath(path) : join(configFolder(env), 'credentials');
}

/**
 * The API key: from the credentials file, else from `SOGNI_API_KEY`. Source: cli 2.2, 2.3.
 *
 * @param warn Called once when both hold a key and the two differ.
 * @throws {CliError} `MISSING_CREDENTIALS`, `INVALID_API_KEY` for one that cannot be sent, or `CREDENTIALS_UNREADABLE` when
 *   the environment has none to offer instead.
 */
export function findAPIKey(env: NodeJS.ProcessEnv, warn: (line: string) => void): string {
  const path = credentialsPath(env);
  const fromEnvironment = env.SOGNI_API_KEY?.trim() || undefined;
  const text = readFile(path, fromEnvironment, warn);
  const { apiKey, warnings } = parseCredentials(text ?? '');
  for (const line of warnings) warn(`Warning: ${path}: ${line}`);
  if (apiKey !== undefined) {
    if (fromEnvironment !== undefined && fromEnvironment !== apiKey) {
      warn(`Warning: the key in ${path} is used; SOGNI_API_KEY holds another one`);
    }
    return usableKey(apiKey, path);
  }
  if (fromEnvironment !== undefined) return usableKey(fromEnvironment, 'SOGNI_API_KEY');
  const found = text !== undefined;
  throw new CliError(
    found
      ? `No API key: ${path} has no line SOGNI_API_KEY=...`
      : `No API key: SOGNI_API_KEY and ${path} are missing`,
    {
      code: 'MISSING_CREDENTIALS',
      hint: WAYS_OUT,
      details: { triedEnv: ['SOGNI_API_KEY'], triedFile: path, credentialsFileExisted: found },
    },
  );
}

/** Nothing else can stand in the header that carries a key. */
function usableKey(apiKey: string, place: string): string {
  if (/^[\x21-\x7e]+$/.test(apiKey)) return apiKey;
  throw new CliError(`The API key in ${place} holds spaces or characters that no key has`, {
    code: 'INVALID_API_KEY',
    hint: 'Copy the key again from https://dashboard.sogni.ai, without anything around it.',
    details: { place },
  });
}

function readFile(
  path: string,
  instead: string | undefined,
  warn: (line: string) => void,
): string | undefined {
  try {
    return readText(path, LARGEST_FILE) ?? '';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (instead !== undefined) {
      warn(`Warning: ${path} cannot be read (${code}); SOGNI_API_KEY is used`);
      return undefined;
    }
    throw new CliError(`The credentials file ${path} cannot be read (${code})`, {
      code: 'CREDENTIALS_UNREADABLE',
      hint:
        code === 'EISDIR'
          ? `${path} is a folder: put a file in its place, or set SOGNI_API_KEY.`
          : `Make it readable (chmod 600 ${path}), or set SOGNI_API_KEY.`,
      details: { triedEnv: ['SOGNI_API_KEY'], triedFile: path, credentialsFileExisted: true, cause: code },
      cause: error,
    });
  }
}
