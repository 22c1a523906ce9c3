import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord } from './envelope.ts';
import { issue, refuse } from './request-issues.ts';

/** What a value must pass, and how to say so; or the options that it may hold itself. */
export type Check = readonly [accepts: (value: unknown) => boolean, expected: string] | Checks;

/** The options that are known, by name. */
export interface Checks {
  readonly [option: string]: Check;
}

/** @throws {InvalidRequestError} naming every option that is unknown or wrong. Values are not repeated: one may be a key. */
export function checkEach(kind: string, options: object, known: Checks): void {
  if (!isRecord(options)) throw new InvalidRequestError(`The ${kind} options must be an object`);
  refuse(`Wrong ${kind} options`, issuesOf(options, known, ''));
}

function issuesOf(options: Record<string, unknown>, known: Checks, prefix: string): RequestIssue[] {
  return Object.entries(options).flatMap(([name, value]): RequestIssue[] => {
    const path = prefix + name;
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!check) {
      const message = `unknown option "${path}"; ${closest(name, Object.keys(known))}`;
      return [{ path, code: 'unknown_option', message }];
    }
    if (value === undefined) return [];
    if (!isRule(check)) {
      return isRecord(value)
        ? issuesOf(value, check, `${path}.`)
        : [issue(path, 'invalid_option', 'must be an object')];
    }
    const [accepts, expected] = check;
    return accepts(value) ? [] : [issue(path, 'invalid_option', `must be ${expected}`)];
  });
}

function isRule(check: Check): check is Exclude<Check, Checks> {
  return Array.isArray(check);
}

function closest(key: string, known: string[]): string {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const match = known.find((name) => plain(name) === plain(key));
  return match ? `did you mean "${match}"?` : `known are ${known.join(', ')}`;
}
