import type { ToolParameter } from '../tool-parameter.ts';
import { type ArgumentReport, nameOf } from './argument-report.ts';

interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

// Draft 4 says `exclusiveMinimum: true` beside `minimum`; later drafts give the exclusive bound a number of its own.
function bounds(inclusive: number | undefined, exclusive: number | boolean | undefined): Bound[] {
  const own = typeof exclusive === 'number' ? [{ limit: exclusive, exclusive: true }] : [];
  return inclusive === undefined ? own : [{ limit: inclusive, exclusive: exclusive === true }, ...own];
}

/** Checks the bounds of a number. Source: contracts 2.1 rule 4. */
export function checkNumber(
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: ToolParameter,
  value: number,
  path: string,
  { issues }: ArgumentReport,
): void {
  const name = nameOf(path);
  for (const { limit, exclusive } of bounds(minimum, exclusiveMinimum)) {
    if (value > limit || (value === limit && !exclusive)) continue;
    issues.push({
      path,
      code: exclusive ? 'exclusive_minimum' : 'minimum',
      message: `${name} must be ${exclusive ? 'greater than' : 'at least'} ${limit}, not ${value}.`,
    });
  }
  for (const { limit, exclusive } of bounds(maximum, exclusiveMaximum)) {
    if (value < limit || (value === limit && !exclusive)) continue;
    issues.push({
      path,
      code: exclusive ? 'exclusive_maximum' : 'maximum',
      message: `${name} must be ${exclusive ? 'less than' : 'at most'} ${limit}, not ${value}.`,
    });
  }
}
