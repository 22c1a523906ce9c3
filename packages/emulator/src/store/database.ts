import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { createFolder } from './create-folder.ts';
import { DataDirectoryError } from './data-directory-error.ts';
import { lockDirectory } from './owner-lock.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** An open database and the way to let go of it. */
export interface OpenDatabase {
  database: DatabaseSync;
  /** Runs `work` as one transaction: all of its writes, or none. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the database of a data directory, or one in memory.
 *
 * WAL with `synchronous = NORMAL`: what was committed survives the death of the process (`kill -9`); only a power cut
 * may cost the last moments, and an emulator has no money at risk.
 */
export function openDatabase(dataDir: string | undefined): OpenDatabase {
  if (dataDir === undefined) return wrap(prepare(new DatabaseSync(':memory:'), 'memory'), () => {});
  createFolder(dataDir);
  const unlock = lockDirectory(dataDir);
  try {
    const path = join(dataDir, 'emulator.sqlite');
    return wrap(prepare(new DatabaseSync(path), path), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function prepare(database: DatabaseSync, path: string): DatabaseSync {
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
    const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0);
    if (version !== SCHEMA_VERSION && (version !== 0 || tables > 0)) {
      throw new DataDirectoryError(
        `${path} holds data of layout ${version}; this emulator reads layout ${SCHEMA_VERSION}. Nothing was changed: use the version that wrote it, or another data directory`,
      );
    }
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
    if (version === 0) database.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function wrap(database: DatabaseSync, unlock: () => void): OpenDatabase {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  return {
    database,
    transaction(work) {
      begin.run();
      try {
        const result = work();
        commit.run();
        return result;
      } catch (error) {
        rollBack(rollback);
        throw error;
      }
    },
    close() {
      database.close();
      unlock();
    },
  };
}

/** After some errors, a full disk among them, SQLite has rolled back already; the first error is the one to be told. */
function rollBack(statement: StatementSync): void {
  try {
    statement.run();
  } catch {
    // Nothing is left to be undone.
  }
}
