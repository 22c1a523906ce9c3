import type { ToolParameter } from '../tool-parameter.ts';
import { type ArgumentReport, nameOf } from './argument-report.ts';

const SHOWN = 40;

/** A scalar as a message shows it: cut, since a wrong argument may hold anything. */
function show(value: unknown): string {
  if (typeof value === 'string') return value.length > SHOWN ? `"${value.slice(0, SHOWN)}..."` : `"${value}"`;
  return typeof value === 'object' && value !== null ? 'this value' : String(value);
}

/** Checks `const` and `enum`; a value outside an advisory enum only warns. Source: contracts 2.1 rules 4 and 8. */
export function checkMembership(
  schema: ToolParameter,
  value: unknown,
  path: string,
  report: ArgumentReport,
): void {
  const name = nameOf(path);
  if (schema.const !== undefined && value !== schema.const) {
    report.issues.push({
      path,
      code: 'const',
      message: `${name} must be ${show(schema.const)}, not ${show(value)}.`,
    });
  }
  if (!schema.enum || schema.enum.some((listed) => listed === value)) return;
  const listed = schema.enum.join(', ');
  if (schema.enumIsAdvisory) {
    report.warnings.push({
      path,
      code: 'unlisted_value',
      message: `${name} is ${show(value)}, which is not among the known values (${listed}); it is sent as given.`,
    });
  } else {
    report.issues.push({
      path,
      code: 'enum',
      message: `${name} must be one of ${listed}, not ${show(value)}.`,
    });
  }
}
