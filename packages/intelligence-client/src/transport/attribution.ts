import type { Open } from './open-type.ts';

/** Who started the work, for the server's statistics. Sent only when set. Source: rest-api 1.3. */
export interface Attribution {
  /** Who asked for the work. */
  interactionKind?: Open<'human_ui' | 'external_agent' | 'service' | 'unknown'>;
  /** Whether an agent stands between the person and the work. */
  workloadKind?: Open<'direct' | 'agent_mediated' | 'service' | 'unknown'>;
  /** Name, at most 128 characters; kept only with the workload kind `agent_mediated`. */
  agentFramework?: string;
  /** Begins with a digit, at most 32 characters. */
  agentFrameworkVersion?: string;
  /** Kind of program the work comes from. */
  agentSurface?: Open<
    | 'native_web'
    | 'native_mobile'
    | 'native_desktop'
    | 'plugin'
    | 'personal_skill'
    | 'mcp'
    | 'cli'
    | 'sdk'
    | 'openai_compatible'
    | 'direct_api'
    | 'unknown'
  >;
  /** Begins with a digit, at most 32 characters. */
  agentSurfaceVersion?: string;
  /** Where the program runs. */
  executionMode?: Open<'browser' | 'durable' | 'server' | 'unknown'>;
  /** Whether the work is part of a larger operation. Server default: `top_level`. */
  operationScope?: Open<'top_level' | 'child' | 'unknown'>;
  /** Id of your choice: a letter or digit, then letters, digits, `.`, `_`, `:` or `-`; at most 128 characters. */
  operationId?: string;
  /** Id of the outermost operation. Server default: `operationId`. */
  rootOperationId?: string;
  /** Id of the operation one level up; absent at the top. */
  parentOperationId?: string;
}

/** Turns `agentFramework` into `x-sogni-agent-framework`, and so on. */
export function attributionHeaders(attribution: Attribution): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [field, value] of Object.entries(attribution)) {
    if (typeof value !== 'string') continue;
    headers[`x-sogni-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value;
  }
  return headers;
}
