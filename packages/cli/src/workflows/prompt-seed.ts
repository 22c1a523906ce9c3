import { createHash } from 'node:crypto';

/** A seed of 32 bits that is the same whenever what it is made from is the same. Source: cli 4.20. */
export function promptSeed(source: Record<string, unknown>): number {
  return createHash('sha256').update(JSON.stringify(source)).digest().readUInt32BE(0);
}
