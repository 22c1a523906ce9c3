import type { DatabaseSync } from 'node:sqlite';

/** One entry of a log, as stored: the JSON text that is sent. */
export interface StoredEvent {
  sequence: number;
  json: string;
}

export type Events = ReturnType<typeof createEvents>;

/**
 * The event logs of all workflows. Texts are written once and sent as they are, so that a replay costs a read and a
 * write, not a parse and a print.
 */
export function createEvents(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO events (workflow, sequence, json) VALUES (?, ?, ?)');
  const page = database.prepare(
    'SELECT sequence, json FROM events WHERE workflow = ? AND sequence > ? ORDER BY sequence LIMIT ?',
  );
  const watchers = new Map<number, Set<() => void>>();

  return {
    insert(workflow: number, sequence: number, json: string): void {
      insert.run(workflow, sequence, json);
    },

    /** Up to `limit` entries after a sequence number (-1: from the start). */
    after(workflow: number, sequence: number, limit: number): StoredEvent[] {
      const rows = page.all(workflow, sequence, limit);
      return rows.map((row) => ({ sequence: Number(row.sequence), json: String(row.json) }));
    },

    /** Calls `wake` after every committed change of a workflow, until the returned function is called. */
    watch(workflow: number, wake: () => void): () => void {
      const others = watchers.get(workflow) ?? new Set();
      watchers.set(workflow, others.add(wake));
      return () => {
        others.delete(wake);
        if (others.size === 0 && watchers.get(workflow) === others) watchers.delete(workflow);
      };
    },

    /** To be called when a transaction that touched the workflow has been committed. */
    changed(workflow: number): void {
      for (const wake of watchers.get(workflow) ?? []) wake();
    },
  };
}
