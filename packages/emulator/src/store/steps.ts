import type { DatabaseSync } from 'node:sqlite';
import type { StepDetail, StoredStep } from '../workflows/types.ts';

export type Steps = ReturnType<typeof createSteps>;

/** How far each step of each workflow has come. */
export function createSteps(database: DatabaseSync) {
  const insert = database.prepare(
    "INSERT INTO steps (workflow, sequence, id, status, detail) VALUES (?, ?, ?, 'queued', '{}')",
  );
  const update = database.prepare(
    'UPDATE steps SET status = ?, detail = ? WHERE workflow = ? AND sequence = ?',
  );
  const all = database.prepare(
    'SELECT sequence, id, status, detail FROM steps WHERE workflow = ? ORDER BY sequence',
  );

  return {
    insertAll(workflow: number, ids: readonly string[]): void {
      ids.forEach((id, sequence) => {
        insert.run(workflow, sequence, id);
      });
    },
    save(workflow: number, { sequence, status, detail }: StoredStep): void {
      update.run(status, JSON.stringify(detail), workflow, sequence);
    },
    all(workflow: number): StoredStep[] {
      return all.all(workflow).map((row) => ({
        sequence: Number(row.sequence),
        id: String(row.id),
        status: String(row.status),
        detail: JSON.parse(String(row.detail)) as StepDetail,
      }));
    },
  };
}
