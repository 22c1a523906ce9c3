import type { Signal } from './signal.ts';

/** Which tools a model may, must and must not call in one turn, and why (contracts 6.3). */
export interface TurnPolicy {
  /** The tools on offer without the forbidden ones, in the order they were offered. */
  visibleTools: string[];
  /** Tools forbidden by the policies that fired, in policy order. Wins over `requiredTools`. */
  forbiddenTools: string[];
  /** Tools required by the policies that fired. */
  requiredTools: string[];
  /** Ids of the policies that fired. */
  appliedPolicies: string[];
  /** Every signal that was considered, those of the session state included. */
  signals: Signal[];
  /** The rationales of the policies that fired, joined by a space; empty when none did. */
  rationale: string;
}
