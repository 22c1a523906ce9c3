import type { SignalSource } from './signal.ts';

/** When a gating policy fires. At least one of `allOf` and `noneOf` is not empty (contracts 6.1). */
export interface GatingTrigger {
  /** Names of signals that must all be present. */
  allOf?: string[];
  /** Names of signals of which none may be present. */
  noneOf?: string[];
  /** The source a named signal must come from; a signal of another source does not count. */
  sources?: Record<string, SignalSource>;
}

/** What a fired gating policy does to the tools of a turn (contracts 6.1). */
export interface GatingEffect {
  /** Tools that the model must not call in this turn. */
  forbid?: string[];
  /** Tools that the turn cannot be answered without. */
  require?: string[];
}

/** A rule from observed signals to forbidden and required tools (contracts 6.1). */
export interface GatingPolicy {
  /** Listed in `TurnPolicy.appliedPolicies` when the policy fires. */
  policyId: string;
  /** Version of this policy, apart from that of the contracts. */
  version: string;
  /** The signals that make it fire. */
  trigger: GatingTrigger;
  /** What it then does to the tools on offer. */
  effect: GatingEffect;
  /** One sentence that the model is shown when the policy fires. */
  rationale: string;
}
