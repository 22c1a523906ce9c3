import type { ToolParameter } from '../tool-parameter.ts';
import { type ArgumentReport, nameOf, subReport } from './argument-report.ts';
import { checkValue } from './check-value.ts';

interface Attempt {
  readonly value: unknown;
  readonly report: ArgumentReport;
}

/**
 * Applies `allOf` in sequence, then the first fitting schema of `anyOf`, then the only fitting one of `oneOf`, each to
 * the value that the one before has normalised. Source: contracts 2.1 rule 4.
 */
export function checkAlternatives(
  { allOf = [], anyOf, oneOf }: ToolParameter,
  given: unknown,
  path: string,
  report: ArgumentReport,
): unknown {
  let value = allOf.reduce((checked: unknown, schema) => checkValue(schema, checked, path, report), given);
  if (anyOf) {
    const [fit] = fitting(anyOf, value, path, report);
    if (fit) value = accept(fit, report);
    else {
      report.issues.push({
        path,
        code: 'any_of',
        message: `${nameOf(path)} fits none of the ${anyOf.length} forms it may have.`,
      });
    }
  }
  if (oneOf) {
    const fits = fitting(oneOf, value, path, report);
    const [fit] = fits;
    if (fit && fits.length === 1) value = accept(fit, report);
    else {
      report.issues.push({
        path,
        code: 'one_of',
        message: `${nameOf(path)} must have exactly one of ${oneOf.length} forms, but fits ${fits.length}.`,
      });
    }
  }
  return value;
}

function fitting(
  schemas: readonly ToolParameter[],
  value: unknown,
  path: string,
  report: ArgumentReport,
): Attempt[] {
  const attempts = schemas.map((schema): Attempt => {
    const own = subReport(report);
    return { value: checkValue(schema, value, path, own), report: own };
  });
  return attempts.filter((attempt) => attempt.report.issues.length === 0);
}

function accept({ value, report: { warnings } }: Attempt, report: ArgumentReport): unknown {
  report.warnings.push(...warnings);
  return value;
}
