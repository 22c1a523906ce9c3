/** Number of the layout below, kept in the database itself (`PRAGMA user_version`). */
export const SCHEMA_VERSION = 1;

/**
 * Tables of one data directory. Workflows are numbered; the number is what other tables refer to, because it is a
 * third of the size of the public id in the event log. `effects` has no unique key on purpose: it is the proof
 * that no step was settled twice, so it must be able to show it.
 */
export const SCHEMA = `
CREATE TABLE workflows (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  wallet TEXT NOT NULL,
  status TEXT NOT NULL,
  next_sequence INTEGER NOT NULL,
  resume_count INTEGER NOT NULL,
  idempotency_key TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  request TEXT NOT NULL,
  state TEXT NOT NULL
);
CREATE INDEX workflows_of_wallet ON workflows (wallet, number);
CREATE INDEX workflows_by_status ON workflows (status, wallet);

CREATE TABLE steps (
  workflow INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (workflow, sequence)
) WITHOUT ROWID;

CREATE TABLE events (
  workflow INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (workflow, sequence)
) WITHOUT ROWID;

CREATE TABLE artifacts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  workflow INTEGER NOT NULL,
  step INTEGER NOT NULL,
  json TEXT NOT NULL
);
CREATE INDEX artifacts_of_workflow ON artifacts (workflow, number);

CREATE TABLE effects (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  workflow INTEGER NOT NULL,
  step TEXT NOT NULL,
  wallet TEXT NOT NULL,
  token TEXT NOT NULL,
  units REAL NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX effects_of_workflow ON effects (workflow);

CREATE TABLE idempotency (
  wallet TEXT NOT NULL,
  route TEXT NOT NULL,
  key TEXT NOT NULL,
  workflow INTEGER NOT NULL,
  PRIMARY KEY (wallet, route, key)
) WITHOUT ROWID;

CREATE TABLE wallets (
  wallet TEXT PRIMARY KEY,
  sogni REAL NOT NULL,
  sogni_spent REAL NOT NULL,
  spark REAL NOT NULL,
  spark_spent REAL NOT NULL,
  premium_spark REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE media (
  hash TEXT PRIMARY KEY,
  extension TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  detail TEXT NOT NULL
) WITHOUT ROWID;
`;
