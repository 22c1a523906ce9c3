import type { ToolParameter } from '../tool-parameter.ts';
import { type ArgumentReport, nameOf } from './argument-report.ts';
import { checkAlternatives } from './check-alternatives.ts';
import { checkList } from './check-list.ts';
import { checkMembership } from './check-membership.ts';
import { checkNumber } from './check-number.ts';
import { checkObject } from './check-object.ts';
import { checkText } from './check-text.ts';
import { coerce } from './coerce.ts';
import { declaredTypes, describeTypes, describeValue, hasType, isPlainObject } from './json-type.ts';

/**
 * Checks a value against a schema, adds what is wrong to the report, and gives the normalised value.
 *
 * Never changes the value it is given. Parts that no schema describes are passed on as they are.
 */
export function checkValue(
  schema: ToolParameter,
  given: unknown,
  path: string,
  report: ArgumentReport,
): unknown {
  const types = declaredTypes(schema);
  const value = unalias(schema, report.coerce ? coerce(given, types, path, report) : given);
  if (!hasType(value, types)) {
    report.issues.push({
      path,
      code: 'type',
      message: `${nameOf(path)} must be ${describeTypes(types)}, not ${describeValue(value)}.`,
    });
    return value;
  }
  checkMembership(schema, value, path, report);
  return checkAlternatives(schema, checkContent(schema, value, path, report), path, report);
}

function unalias({ valueAliases }: ToolParameter, value: unknown): unknown {
  return typeof value === 'string' && valueAliases && Object.hasOwn(valueAliases, value)
    ? valueAliases[value]
    : value;
}

function checkContent(schema: ToolParameter, value: unknown, path: string, report: ArgumentReport): unknown {
  if (typeof value === 'number') checkNumber(schema, value, path, report);
  else if (typeof value === 'string') checkText(schema, value, path, report);
  else if (Array.isArray(value)) return checkList(schema, value, path, report);
  else if (isPlainObject(value)) return checkObject(schema, value, path, report);
  return value;
}
