import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';

/** What is wrong with one field; the message begins with its path. */
export function issue(path: string, code: string, rule: string): RequestIssue {
  return { path, code, message: `${path} ${rule}` };
}

/** @throws {InvalidRequestError} with every issue, if there is one. */
export function refuse(what: string, issues: RequestIssue[]): void {
  if (issues.length === 0) return;
  throw new InvalidRequestError(`${what}: ${issues.map(({ message }) => message).join('; ')}`, { issues });
}
