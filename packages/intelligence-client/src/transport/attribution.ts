import type { Open } from './open-type.ts';

/** Who started the work, for the server's statistics. Sent only when set. Source: rest-api 1.3. */
export interface Attribution {
  interactionKind?: Open<'human_ui' | 'external_agent' | 'service' | 'unknown'>;
  workloadKind?: Open<'direct' | 'agent_mediated' | 'service' | 'unknown'>;
  agentFramework?: string;
  agentFrameworkVersion?: string;
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
  agentSurfaceVersion?: string;
  executionMode?: Open<'browser' | 'durable' | 'server' | 'unknown'>;
  operationScope?: Open<'top_level' | 'child' | 'unknown'>;
  operationId?: string;
  rootOperationId?: string;
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
