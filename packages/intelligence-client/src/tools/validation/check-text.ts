import type { ToolParameter } from '../tool-parameter.ts';
import { type ArgumentReport, nameOf } from './argument-report.ts';

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}

/** Checks the length of a text, and its pattern against the whole of it. Source: contracts 2.1 rules 4 and 5. */
export function checkText(
  { minLength, maxLength, pattern }: ToolParameter,
  value: string,
  path: string,
  { issues }: ArgumentReport,
): void {
  const name = nameOf(path);
  if (minLength !== undefined || maxLength !== undefined) {
    // Code points, as JSON Schema counts; `length` would count an emoji twice.
    const length = [...value].length;
    if (minLength !== undefined && length < minLength) {
      issues.push({
        path,
        code: 'min_length',
        message: `${name} must have at least ${minLength} characters, not ${length}.`,
      });
    }
    if (maxLength !== undefined && length > maxLength) {
      issues.push({
        path,
        code: 'max_length',
        message: `${name} must have at most ${maxLength} characters, not ${length}; shorten it.`,
      });
    }
  }
  if (pattern === undefined) return;
  const expression = compile(pattern);
  if (!expression) {
    issues.push({
      path,
      code: 'schema',
      message: `${name} cannot be checked: the schema's pattern ${pattern} is not a regular expression.`,
    });
  } else if (!expression.test(value)) {
    issues.push({ path, code: 'pattern', message: `${name} must match the pattern ${pattern}.` });
  }
}
