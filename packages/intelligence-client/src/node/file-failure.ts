import { InvalidRequestError } from '../errors/invalid-request-error.ts';

/** Why a file could not be saved; `issues[0].code` of the error. */
type FileIssueCode = 'output_exists' | 'output_write_failed';

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EEXIST: 'part of the path is a file',
  ENOTDIR: 'part of the path is a file',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
};

/** A failure of the file system, told in words. Nothing is left behind, and the artifact can be fetched again. */
export function fileFailure(path: string, cause: unknown): InvalidRequestError {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const reason = REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  const message = `${path} could not be written: ${reason}${code in REASONS ? ` (${code})` : ''}`;
  return new InvalidRequestError(message, {
    cause,
    issues: [{ code: 'output_write_failed' satisfies FileIssueCode, path, message }],
    hint: 'Nothing was left half-written. Make room or choose another place, then save again; the run keeps its files.',
  });
}

export function existsFailure(path: string): InvalidRequestError {
  const message = `${path} exists already and is not overwritten`;
  return new InvalidRequestError(message, {
    issues: [{ code: 'output_exists' satisfies FileIssueCode, path, message }],
    hint: 'Choose another place, move the file away, or allow it to be overwritten.',
  });
}
