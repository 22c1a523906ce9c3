import type { DatabaseSync } from 'node:sqlite';
import type { Token } from './wallets.ts';

/** One settled step: what it did to the wallet. */
export interface Effect {
  /** Id of the step, as in its plan. */
  step: string;
  /** The wallet that paid. */
  wallet: string;
  /** The token it was paid in. */
  token: Token;
  /** Amount that was charged. */
  units: number;
  /** Milliseconds since the epoch. */
  at: number;
}

export type Effects = ReturnType<typeof createEffects>;

/** The ledger of settled steps: one line each time a step took effect. */
export function createEffects(database: DatabaseSync) {
  const insert = database.prepare(
    'INSERT INTO effects (workflow, step, wallet, token, units, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const all = database.prepare(
    'SELECT step, effects.wallet AS wallet, token, units, at FROM effects JOIN workflows ON workflows.number = effects.workflow WHERE workflows.id = ? ORDER BY effects.number',
  );
  return {
    insert(workflow: number, { step, wallet, token, units, at }: Effect): void {
      insert.run(workflow, step, wallet, token, units, at);
    },
    /** In order of settlement, by the workflow's public id. */
    all(workflowId: string): Effect[] {
      return all.all(workflowId).map((row) => ({
        step: String(row.step),
        wallet: String(row.wallet),
        token: row.token === 'sogni' ? 'sogni' : 'spark',
        units: Number(row.units),
        at: Number(row.at),
      }));
    },
  };
}
