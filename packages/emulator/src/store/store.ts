import { type Artifacts, createArtifacts } from './artifacts.ts';
import { openDatabase } from './database.ts';
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

/** Opens a data directory, or a store in memory when there is none. */
export function openStore(dataDir: string | undefined, balances: Record<string, Partial<Balance>>): Store {
  const { database, transaction, close } = openDatabase(dataDir);
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
