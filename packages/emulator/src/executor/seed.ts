import { randomInt } from 'node:crypto';
import type { HostedToolName } from '@sogni/intelligence-client/tools';
import { parametersOf } from '../workflows/argument-name.ts';

/** Seeds run from 0 to 4294967295. Source: rest-api 8.10. */
export const MAX_SEED = 0xffff_ffff;

/** A random seed. */
export function drawSeed(): number {
  return randomInt(0, MAX_SEED + 1);
}

/** The seed a step runs with: that of a reseed, else that of its arguments (-1: random), else a random one. */
export function seedOf(reseeded: number | undefined, args: Record<string, unknown>): number {
  const { seed } = args;
  if (reseeded !== undefined) return reseeded;
  return typeof seed === 'number' && seed >= 0 && seed <= MAX_SEED ? Math.floor(seed) : drawSeed();
}

/** Puts a reseed's seed into the arguments of tools that have one; others only draw with it. */
export function withSeed(
  tool: HostedToolName,
  args: Record<string, unknown>,
  seed: number | undefined,
): Record<string, unknown> {
  return seed === undefined || !('seed' in parametersOf(tool)) ? args : { ...args, seed };
}
