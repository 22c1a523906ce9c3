import type { ClientOptions } from '@sogni/intelligence-client';

/** Label of this program in the API's records. */
export const APP_SOURCE = 'sogni-agent';

/** Who started the work, as the caller's environment says. Source: cli 2.1, 6.1. */
export function attributionFrom(
  env: NodeJS.ProcessEnv,
  version: string,
): NonNullable<ClientOptions['attribution']> {
  const optional = {
    agentFrameworkVersion: env.SOGNI_AGENT_FRAMEWORK_VERSION,
    executionMode: env.SOGNI_AGENT_EXECUTION_MODE,
    operationScope: env.SOGNI_AGENT_OPERATION_SCOPE,
    operationId: env.SOGNI_AGENT_OPERATION_ID,
    rootOperationId: env.SOGNI_AGENT_ROOT_OPERATION_ID,
    parentOperationId: env.SOGNI_AGENT_PARENT_OPERATION_ID,
  };
  return {
    interactionKind: 'external_agent',
    workloadKind: 'agent_mediated',
    agentFramework: env.SOGNI_AGENT_FRAMEWORK || 'unknown',
    agentSurface: env.SOGNI_AGENT_SURFACE || 'cli',
    agentSurfaceVersion: env.SOGNI_AGENT_SURFACE_VERSION || version,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value)),
  };
}
