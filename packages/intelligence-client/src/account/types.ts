import type { Open } from '../transport/open-type.ts';

/** Amounts of one token, as decimal strings: they may exceed what a number holds exactly. Source: rest-api 13. */
export interface TokenBalance {
  settled: string;
  credit: string;
  debit: string;
  /** What can be spent. */
  net: string;
  relaxedUnclaimed?: string;
  fastUnclaimed?: string;
  /** Spark only: what vendor models may use. */
  premiumCredit?: string;
}

export interface Balance {
  sogni: TokenBalance;
  spark: TokenBalance;
}

/** The account behind a credential. Source: rest-api 13. */
export interface AccountProfile {
  username: string;
  walletAddress: string;
  currentEmail?: string | null;
  emailVerified?: boolean;
  requestedUpdatedEmail?: string | null;
  discord2FA?: boolean;
  discordLinked?: boolean;
  discordServerMember?: boolean;
  discordUsername?: string | null;
}

/** A subscription's state. Source: rest-api 13. */
export interface Subscription {
  active: boolean;
  status: Open<
    | 'none'
    | 'trialing'
    | 'active'
    | 'grace_period'
    | 'past_due'
    | 'paused'
    | 'cancel_at_period_end'
    | 'canceled'
    | 'expired'
    | 'refunded'
  >;
  tier?: Open<'unlimited' | 'unlimited_pro'>;
  term?: Open<'monthly' | 'annual'>;
  provider?: string;
  currentPeriodStart?: string | number;
  currentPeriodEnd?: string | number;
  cancelAtPeriodEnd?: boolean;
  capabilities?: unknown;
}
