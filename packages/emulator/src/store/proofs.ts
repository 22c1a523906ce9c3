import type { DatabaseSync } from 'node:sqlite';
import type { Effect, Effects } from './effects.ts';
import type { WalletAccount, Wallets } from './wallets.ts';

/** Read access for tests: what really happened, counted in the database. */
export interface Proofs {
  /** How many workflows were started under an idempotency key; without a key, how many in all. */
  workflowsStarted(idempotencyKey?: string): number;
  /** How often each step of a workflow took effect, by step id; more than 1 would be a defect of the emulator. */
  stepEffects(workflowId: string): Record<string, number>;
  /** Every settlement of a workflow, with token and capacity units, oldest first. */
  debits(workflowId: string): Effect[];
  /** What a wallet holds and what it has spent. */
  balance(wallet: string): WalletAccount;
}

export function createProofs(database: DatabaseSync, effects: Effects, wallets: Wallets): Proofs {
  const started = database.prepare('SELECT count(*) AS n FROM workflows');
  const startedByKey = database.prepare('SELECT count(*) AS n FROM workflows WHERE idempotency_key = ?');
  return {
    workflowsStarted: (key) => Number((key === undefined ? started.get() : startedByKey.get(key))?.n),
    stepEffects(workflowId) {
      const counts: Record<string, number> = {};
      for (const { step } of effects.all(workflowId)) counts[step] = (counts[step] ?? 0) + 1;
      return counts;
    },
    debits: (workflowId) => effects.all(workflowId),
    balance: (wallet) => wallets.account(wallet),
  };
}
