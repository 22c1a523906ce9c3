import { ENDING_FRAME } from './relay.ts';
import type { StreamEnding } from './types.ts';

/** Reads the frame that closes a relay. */
export function readEnding<RunRecord>(
  name: string | undefined,
  data: string,
): StreamEnding<RunRecord> | undefined {
  if (name !== ENDING_FRAME) return undefined;
  const value: unknown = JSON.parse(data);
  return isEnding<RunRecord>(value) ? value : undefined;
}

function isEnding<RunRecord>(value: unknown): value is StreamEnding<RunRecord> {
  if (typeof value !== 'object' || value === null || !('record' in value)) return false;
  const { reason } = value as { reason?: unknown };
  return reason === 'terminal' || reason === 'paused';
}
