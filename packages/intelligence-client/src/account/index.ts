/** The account behind the credential: profile, balance, subscription. */
export { type Account, createAccount } from './api.ts';
export type { AccountProfile, Balance, Subscription, TokenBalance } from './types.ts';
