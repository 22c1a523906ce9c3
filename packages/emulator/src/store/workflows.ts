import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { StoredWorkflow, WorkflowRequest, WorkflowState } from '../workflows/types.ts';

type Row = Record<string, SQLOutputValue>;

/** A workflow before the database has numbered it. */
export type NewWorkflow = Omit<StoredWorkflow, 'number'>;

export type Workflows = ReturnType<typeof createWorkflows>;

/** The workflow records of all wallets. */
export function createWorkflows(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO workflows (id, wallet, status, next_sequence, resume_count, idempotency_key, created_at, updated_at, request, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    'UPDATE workflows SET status = ?, next_sequence = ?, resume_count = ?, updated_at = ?, state = ? WHERE number = ?',
  );
  const byNumber = database.prepare('SELECT * FROM workflows WHERE number = ?');
  const byId = database.prepare('SELECT * FROM workflows WHERE id = ? AND wallet = ?');
  const page = database.prepare(
    'SELECT * FROM workflows WHERE wallet = ? ORDER BY number DESC LIMIT ? OFFSET ?',
  );
  const position = database.prepare('SELECT status, next_sequence FROM workflows WHERE number = ?');
  const active = database.prepare(
    "SELECT count(*) AS n FROM (SELECT 1 FROM workflows WHERE wallet = ? AND status IN ('queued', 'running') LIMIT ?)",
  );
  const unfinished = database.prepare(
    "SELECT number FROM workflows WHERE status IN ('queued', 'running') ORDER BY number",
  );

  return {
    insert(workflow: NewWorkflow): StoredWorkflow {
      const { lastInsertRowid } = insert.run(
        workflow.id,
        workflow.wallet,
        workflow.status,
        workflow.nextSequence,
        workflow.resumeCount,
        workflow.idempotencyKey ?? null,
        workflow.createdAt,
        workflow.updatedAt,
        JSON.stringify(workflow.request),
        JSON.stringify(workflow.state),
      );
      return { number: Number(lastInsertRowid), ...workflow };
    },
    /** Writes what may change: status, log position, times and state. */
    save(workflow: StoredWorkflow): void {
      const { status, nextSequence, resumeCount, updatedAt, state, number } = workflow;
      update.run(status, nextSequence, resumeCount, updatedAt, JSON.stringify(state), number);
    },
    get(number: number): StoredWorkflow {
      const row = byNumber.get(number);
      if (!row)
        throw new Error(`The database has no workflow number ${number}; its files were changed from outside`);
      return read(row);
    },
    /** `undefined` for an id of another wallet too. */
    find(wallet: string, id: string): StoredWorkflow | undefined {
      const row = byId.get(id, wallet);
      return row && read(row);
    },
    /** Newest first. */
    list(wallet: string, limit: number, offset: number): StoredWorkflow[] {
      return page.all(wallet, limit, offset).map(read);
    },
    /** Status and length of the log, without the record. */
    position(number: number): { status: string; nextSequence: number } {
      const row = position.get(number);
      return { status: String(row?.status), nextSequence: Number(row?.next_sequence) };
    },
    /** Queued and running workflows of a wallet, counted up to `limit`. */
    countActive(wallet: string, limit: number): number {
      return Number(active.get(wallet, limit)?.n);
    },
    /** Numbers of the workflows that still have work to do, oldest first. */
    unfinished(): number[] {
      return unfinished.all().map((row) => Number(row.number));
    },
  };
}

function read(row: Row): StoredWorkflow {
  const key = row.idempotency_key;
  return {
    number: Number(row.number),
    id: String(row.id),
    wallet: String(row.wallet),
    status: String(row.status),
    nextSequence: Number(row.next_sequence),
    resumeCount: Number(row.resume_count),
    ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    request: JSON.parse(String(row.request)) as WorkflowRequest,
    state: JSON.parse(String(row.state)) as WorkflowState,
  };
}
