import type { DatabaseSync } from 'node:sqlite';
import type { Artifact } from '@sogni/intelligence-client/workflows';

/** An artifact and the step it came from. */
export interface StoredArtifact {
  step: number;
  artifact: Artifact;
}

export type Artifacts = ReturnType<typeof createArtifacts>;

/** Finished artifacts, in order of completion. */
export function createArtifacts(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO artifacts (workflow, step, json) VALUES (?, ?, ?)');
  const all = database.prepare('SELECT step, json FROM artifacts WHERE workflow = ? ORDER BY number');
  return {
    insert(workflow: number, { step, artifact }: StoredArtifact): void {
      insert.run(workflow, step, JSON.stringify(artifact));
    },
    all(workflow: number): StoredArtifact[] {
      return all.all(workflow).map((row) => ({
        step: Number(row.step),
        artifact: JSON.parse(String(row.json)) as Artifact,
      }));
    },
  };
}
