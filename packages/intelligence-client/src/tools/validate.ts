import { HOSTED_TOOLS, type HostedToolName } from './catalog.ts';
import type { HostedTool } from './hosted-tool.ts';
import { resolveToolName } from './tool-name.ts';
import { twinOf } from './validation/argument-names.ts';
import type { ArgumentIssue, ArgumentReport, ArgumentWarning } from './validation/argument-report.ts';
import { checkObject } from './validation/check-object.ts';
import { describeValue, isPlainObject } from './validation/json-type.ts';

/** How arguments are validated. */
export interface ValidateToolArgumentsOptions {
  /**
   * Reads numbers and true or false out of texts, each with a warning, as the server does.
   *
   * @defaultValue false
   */
  coerce?: boolean;
}

/** Arguments that may be sent. */
export interface ValidToolArguments {
  /** Tells it from `InvalidToolArguments`. */
  readonly ok: true;
  /** Canonical name of the tool. */
  readonly tool: HostedToolName;
  /** The arguments under canonical names; defaults are left to the server. */
  readonly arguments: Record<string, unknown>;
  /** What was changed, left out or not confirmed; empty when nothing was. */
  readonly warnings: ArgumentWarning[];
}

/** Arguments that the tool would refuse, with every reason. */
export interface InvalidToolArguments {
  /** Tells it from `ValidToolArguments`. */
  readonly ok: false;
  /** The tool that was found, or the name as given. */
  readonly tool: string;
  /** The arguments as far as they could be normalised. */
  readonly arguments: Record<string, unknown>;
  /** Every reason for the refusal; at least one. */
  readonly issues: ArgumentIssue[];
  /** What was changed, left out or not confirmed besides. */
  readonly warnings: ArgumentWarning[];
}

/**
 * Checks and normalises the arguments of a hosted tool, without a request.
 *
 * Aliases and the other case of a name become the canonical name, unknown arguments are left out with a warning, and
 * every problem is named, not only the first. Nothing is coerced unless asked for. The given arguments are not
 * changed; what no schema describes (`existing_template`, `constraints`) is passed on by reference. It never throws.
 * Source: contracts 2.1.
 *
 * @example
 * ```ts
 * const checked = validateToolArguments('animate_photo', { prompt: 'Slow push-in', model: 'ltx23', duration: 1 });
 * if (!checked.ok) console.error(checked.issues.map((issue) => issue.message).join('\n'));
 * ```
 */
export function validateToolArguments(
  tool: string,
  args: unknown,
  { coerce = false }: ValidateToolArgumentsOptions = {},
): ValidToolArguments | InvalidToolArguments {
  const name = resolveToolName(tool);
  if (name === undefined) {
    return refuse(tool, 'unknown_tool', `"${tool}" is not a hosted tool; HOSTED_TOOLS lists the names.`);
  }
  if (!isPlainObject(args)) {
    const message = `The arguments of ${name} must be an object, not ${describeValue(args)}.`;
    return refuse(name, 'not_an_object', message);
  }
  const report: ArgumentReport = { issues: [], warnings: [], coerce };
  const definition = HOSTED_TOOLS[name];
  const current = withoutRetired(definition, args, report);
  const normalised = checkObject(definition.parameters, current, '', report);
  const { issues, warnings } = report;
  return issues.length === 0
    ? { ok: true, tool: name, arguments: normalised, warnings }
    : { ok: false, tool: name, arguments: normalised, issues, warnings };
}

function refuse(tool: string, code: ArgumentIssue['code'], message: string): InvalidToolArguments {
  return { ok: false, tool, arguments: {}, issues: [{ path: '', code, message }], warnings: [] };
}

function withoutRetired(
  { name, retired }: HostedTool,
  args: Record<string, unknown>,
  { issues }: ArgumentReport,
): Record<string, unknown> {
  if (!retired) return args;
  const kept = Object.entries(args).filter(([key, value]) => {
    const withdrawn = twinOf(key, Object.keys(retired));
    if (withdrawn === undefined || value === undefined || value === null) return true;
    const message = `"${key}" was withdrawn from ${name}. ${retired[withdrawn]}`;
    issues.push({ path: key, code: 'retired', message });
    return false;
  });
  return Object.fromEntries(kept);
}
