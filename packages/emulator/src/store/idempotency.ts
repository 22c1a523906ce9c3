import type { DatabaseSync } from 'node:sqlite';

export type Idempotency = ReturnType<typeof createIdempotency>;

/** Accepted idempotency keys, per wallet and kind of route; kept for ever. Source: rest-api 3.1, 19 Q10. */
export function createIdempotency(database: DatabaseSync) {
  const select = database.prepare(
    'SELECT workflow FROM idempotency WHERE wallet = ? AND route = ? AND key = ?',
  );
  const insert = database.prepare(
    'INSERT INTO idempotency (wallet, route, key, workflow) VALUES (?, ?, ?, ?)',
  );
  return {
    /** Number of the workflow that the key was first used for. */
    find(wallet: string, route: string, key: string): number | undefined {
      const row = select.get(wallet, route, key);
      return row ? Number(row.workflow) : undefined;
    },
    /** To be called in the transaction that the key stands for. */
    keep(wallet: string, route: string, key: string, workflow: number): void {
      insert.run(wallet, route, key, workflow);
    },
  };
}
