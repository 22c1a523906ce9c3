import type { RepairRecipe } from './repair-recipe.ts';

/**
 * What becomes of one tool call (contracts 6.5):
 * `passthrough` runs it as it is, `reject` means that the turn policy forbids it, the other three follow a repair recipe.
 */
export type DispatchMode = 'passthrough' | 'reject' | 'execute_with_repair' | 'ask_user' | 'repair';

/** The verdict on one tool call under a turn policy (contracts 6.5). */
export interface DispatchVerdict {
  /** False only for `reject`. */
  allowed: boolean;
  /** How to go on with the call. */
  mode: DispatchMode;
  /** Why, in words for the model; always present on `reject`. */
  reason?: string;
  /** The recipe that decided, when an error code matched one. */
  repairRecipe?: RepairRecipe;
  /** Corrected arguments to run with, for `execute_with_repair`. */
  suggestedArgs?: Record<string, unknown>;
}
