import { type Artifacts, createArtifacts } from './artifacts.ts';
import { DataDirectoryError } from './data-directory-error.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { createEffects, type Effects } from './effects.ts';
import { createEvents, type Events } from './events.ts';
import { createIdempotency, type Idempotency } from './idempotency.ts';
import { createMedia, type Media } from './media.ts';
import { createMediaFiles, type MediaFiles } from './media-files.ts';
import { createProofs, type Proofs } from './proofs.ts';
import { createSteps, type Steps } from './steps.ts';
import { type Balance, createWallets, type Wallets } from './wallets.ts';
import { createWorkflows, type Workflows } from './workflows.ts';

/** Everything the emulator keeps. */
export interface Store {
  workflows: Workflows;
  steps: Steps;
  events: Events;
  artifacts: Artifacts;
  effects: Effects;
  idempotency: Idempotency;
  wallets: Wallets;
  media: Media;
  files: MediaFiles;
  proofs: Proofs;
  /** Runs `work` as one transaction: all of its writes, or none. Not to be nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

type OpeningBalances = Record<string, Partial<Balance>>;

/** Opens a data directory, or a store in memory when there is none. Throws a `DataDirectoryError` that says what is wrong. */
export function openStore(dataDir: string | undefined, balances: OpeningBalances): Store {
  let opened: OpenDatabase | undefined;
  try {
    opened = openDatabase(dataDir);
    return storeOn(opened, dataDir, balances);
  } catch (cause) {
    opened?.close();
    if (dataDir === undefined || cause instanceof DataDirectoryError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DataDirectoryError(
      `The data directory ${dataDir} cannot be used: ${reason}; make it a writable folder with data of this emulator, or use a new one`,
      { cause },
    );
  }
}

function storeOn(
  { database, transaction, close }: OpenDatabase,
  dataDir: string | undefined,
  balances: OpeningBalances,
): Store {
  const workflows = createWorkflows(database);
  const effects = createEffects(database);
  const wallets = createWallets(database, balances);
  return {
    workflows,
    effects,
    wallets,
    steps: createSteps(database),
    events: createEvents(database),
    artifacts: createArtifacts(database),
    idempotency: createIdempotency(database),
    media: createMedia(database),
    files: createMediaFiles(dataDir),
    proofs: createProofs(database, effects, wallets),
    transaction,
    close,
  };
}
