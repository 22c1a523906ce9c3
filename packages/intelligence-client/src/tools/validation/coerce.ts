import type { ToolParameterType } from '../tool-parameter.ts';
import { type ArgumentReport, nameOf } from './argument-report.ts';
import { describeTypes, hasType } from './json-type.ts';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function read(text: string): number | boolean | undefined {
  if (DECIMAL.test(text)) return Number(text);
  const word = text.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/**
 * Reads a number, or true or false, out of a text where the schema wants one; leaves every other value alone.
 *
 * Source: contracts 2.1 rule 10.
 */
export function coerce(
  value: unknown,
  types: readonly ToolParameterType[],
  path: string,
  report: ArgumentReport,
): unknown {
  if (typeof value !== 'string' || hasType(value, types)) return value;
  const meant = read(value.trim());
  if (meant === undefined || !hasType(meant, types)) return value;
  report.warnings.push({
    path,
    code: 'coerced',
    message: `${nameOf(path)} was given as a text and read as ${meant}; send ${describeTypes(types)}.`,
  });
  return meant;
}
