/** A local, durable Sogni API. */
export { type Clock, createManualClock, createSystemClock, type ManualClock } from './clock.ts';
export type { FaultInput, FaultName, FaultSettings } from './faults/catalog.ts';
export type { FaultRegistry } from './faults/registry.ts';
export type { MediaRequest, RenderedMedia, Renderer } from './media/media-request.ts';
export { DEFAULT_API_KEY, DEFAULT_WALLET, type EmulatorOptions } from './options.ts';
export { type Emulator, startEmulator } from './start.ts';
export type { Effect } from './store/effects.ts';
export type { Proofs } from './store/proofs.ts';
export type { Balance, Token, WalletAccount } from './store/wallets.ts';
