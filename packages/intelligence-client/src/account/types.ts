import type { Open } from '../transport/open-type.ts';

/** Amounts of one token, as decimal strings: they may exceed what a number holds exactly. Source: rest-api 13. */
export interface TokenBalance {
  /** Settled amount; `net` is what can be spent. */
  settled: string;
  /** Booked in favour of the account. */
  credit: string;
  /** Booked against the account. */
  debit: string;
  /** What can be spent. */
  net: string;
  /** Unclaimed amount of the relaxed network. */
  relaxedUnclaimed?: string;
  /** Unclaimed amount of the fast network. */
  fastUnclaimed?: string;
  /** Spark only: what vendor models may use. */
  premiumCredit?: string;
}

/** What an account holds of both tokens. Source: rest-api 13. */
export interface Balance {
  /** The native token. */
  sogni: TokenBalance;
  /** The token that vendor models are paid in. */
  spark: TokenBalance;
}

/** The account behind a credential. Source: rest-api 13. */
export interface AccountProfile {
  /** Unique name. */
  username: string;
  /** Address of the account's wallet. */
  walletAddress: string;
  /** `null` when the account has none. */
  currentEmail?: string | null;
  /** Whether `currentEmail` was confirmed. */
  emailVerified?: boolean;
  /** A new address that is not confirmed yet; `null` when there is none. */
  requestedUpdatedEmail?: string | null;
  /** Whether Discord is the second factor. */
  discord2FA?: boolean;
  /** Whether a Discord account is linked. */
  discordLinked?: boolean;
  /** Whether the linked account is on Sogni's server. */
  discordServerMember?: boolean;
  /** `null` when none is linked. */
  discordUsername?: string | null;
}

/** A subscription's state. Source: rest-api 13. */
export interface Subscription {
  /** Whether it can be used now; `false` in the grace period. */
  active: boolean;
  /** `none` for an account without a subscription. */
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
  /** Absent without a subscription. */
  tier?: Open<'unlimited' | 'unlimited_pro'>;
  /** How often it is paid. */
  term?: Open<'monthly' | 'annual'>;
  /** Who takes the payments. */
  provider?: string;
  /** When the paid period began, as the server writes it. */
  currentPeriodStart?: string | number;
  /** When the paid period ends, as the server writes it. */
  currentPeriodEnd?: string | number;
  /** Whether it ends with the period instead of renewing. */
  cancelAtPeriodEnd?: boolean;
  /** Free-form; the server does not describe it. */
  capabilities?: unknown;
}
