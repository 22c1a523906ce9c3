import type { Emulation } from '../http/environment.ts';
import { createPreview, isExpired } from './cost-preview.ts';
import type { StoredWorkflow } from './types.ts';

/** Makes the preview of a waiting workflow anew when it has expired. Source: rest-api 19 Q22. */
export function refreshPreview(
  workflow: StoredWorkflow,
  { store, clock }: Pick<Emulation, 'store' | 'clock'>,
): StoredWorkflow {
  const { state, request, status } = workflow;
  const waits = status === 'waiting_for_user' && state.waitingReason?.startsWith('cost_');
  if (!waits || !isExpired(state.preview, clock.now())) return workflow;
  state.preview = createPreview(request, state.tokenType, clock.now());
  store.workflows.save(workflow);
  return workflow;
}
