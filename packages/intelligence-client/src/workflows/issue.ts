import type { RequestIssue } from '../errors/invalid-request-error.ts';

/** What is wrong with one field; the message begins with its path. */
export function issue(path: string, code: string, rule: string): RequestIssue {
  return { path, code, message: `${path} ${rule}` };
}
