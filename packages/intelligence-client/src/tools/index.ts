export { resolveArgumentName } from './argument-name.ts';
export { HOSTED_TOOLS, type HostedToolName } from './catalog.ts';
export type {
  HostedTool,
  ToolCostClass,
  ToolGroup,
  ToolOutput,
  ToolRisk,
  ToolSurface,
} from './hosted-tool.ts';
export type { ToolArguments } from './tool-arguments.ts';
export { resolveToolName } from './tool-name.ts';
export type {
  ToolArgumentSchema,
  ToolParameter,
  ToolParameterLiteral,
  ToolParameterType,
} from './tool-parameter.ts';
export {
  type InvalidToolArguments,
  type ValidateToolArgumentsOptions,
  type ValidToolArguments,
  validateToolArguments,
} from './validate.ts';
export type {
  ArgumentFinding,
  ArgumentIssue,
  ArgumentIssueCode,
  ArgumentWarning,
  ArgumentWarningCode,
} from './validation/argument-report.ts';
