import type { ToolParameter } from '../tool-parameter.ts';
import { canonicalEntries } from './argument-names.ts';
import { type ArgumentReport, childPath } from './argument-report.ts';
import { checkValue } from './check-value.ts';

/** Whether a required argument counts as not given. An empty object is given. Source: contracts 2.1 rule 6. */
function isMissing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Checks every key of an object and gives a new one under canonical names. Source: contracts 2.1 rules 4 to 9. */
export function checkObject(
  { properties = {}, required = [], additionalProperties }: ToolParameter,
  given: Readonly<Record<string, unknown>>,
  path: string,
  report: ArgumentReport,
): Record<string, unknown> {
  const entries = canonicalEntries(given, properties, path, report);
  const result: [string, unknown][] = [];
  for (const [key, value] of entries) {
    const at = childPath(path, key);
    const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (schema) {
      if (isMissing(value) && required.includes(key)) continue;
      if (isIgnored(schema, value, at, report)) continue;
      result.push([key, checkOptional(schema, value, at, report)]);
    } else if (additionalProperties === false) {
      report.warnings.push({
        path: at,
        code: 'unknown_argument',
        message: `"${at}" is not a known argument and was left out; check its spelling.`,
      });
    } else if (typeof additionalProperties === 'object') {
      result.push([key, checkOptional(additionalProperties, value, at, report)]);
    } else result.push([key, value]);
  }
  for (const key of required) {
    if (!isMissing(entries.get(key))) continue;
    const at = childPath(path, key);
    report.issues.push({ path: at, code: 'missing', message: `"${at}" is required; give it a value.` });
  }
  // Unlike assignment, this makes even `__proto__` an ordinary key.
  return Object.fromEntries(result);
}

/** Null in place of an optional value says that there is none; it is passed on unchecked. */
function checkOptional(schema: ToolParameter, value: unknown, path: string, report: ArgumentReport): unknown {
  return value === null ? null : checkValue(schema, value, path, report);
}

function isIgnored(
  { ignoredValues }: ToolParameter,
  value: unknown,
  path: string,
  report: ArgumentReport,
): boolean {
  if (typeof value !== 'string' || !ignoredValues?.includes(value)) return false;
  report.warnings.push({
    path,
    code: 'ignored_value',
    message: `"${path}" was left out, because "${value}" leaves the choice to the server.`,
  });
  return true;
}
