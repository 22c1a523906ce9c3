import * as z from 'zod/mini';
import { envelope } from '../transport/envelope-schema.ts';
import { lazily } from '../transport/lazily.ts';

const tokenBalanceSchema = lazily(() =>
  z.looseObject({
    settled: z.string(),
    credit: z.string(),
    debit: z.string(),
    net: z.string(),
    relaxedUnclaimed: z.exactOptional(z.string()),
    fastUnclaimed: z.exactOptional(z.string()),
    premiumCredit: z.exactOptional(z.string()),
  }),
);

/** Balances of both tokens. Source: rest-api 13. */
export const balanceSchema = lazily(() =>
  z.looseObject({ sogni: tokenBalanceSchema(), spark: tokenBalanceSchema() }),
);

/** The account behind a credential. Source: rest-api 13. */
export const accountProfileSchema = lazily(() =>
  z.looseObject({
    username: z.string(),
    walletAddress: z.string(),
    currentEmail: z.exactOptional(z.nullable(z.string())),
    emailVerified: z.exactOptional(z.boolean()),
    requestedUpdatedEmail: z.exactOptional(z.nullable(z.string())),
    discord2FA: z.exactOptional(z.boolean()),
    discordLinked: z.exactOptional(z.boolean()),
    discordServerMember: z.exactOptional(z.boolean()),
    discordUsername: z.exactOptional(z.nullable(z.string())),
  }),
);

/** A subscription's state. Source: rest-api 13. */
export const subscriptionSchema = lazily(() =>
  z.looseObject({
    active: z.boolean(),
    status: z.string(),
    tier: z.exactOptional(z.string()),
    term: z.exactOptional(z.string()),
    provider: z.exactOptional(z.string()),
    currentPeriodStart: z.exactOptional(z.union([z.string(), z.number()])),
    currentPeriodEnd: z.exactOptional(z.union([z.string(), z.number()])),
    cancelAtPeriodEnd: z.exactOptional(z.boolean()),
    capabilities: z.exactOptional(z.unknown()),
  }),
);

/** Whole bodies of the account routes, by the name their endpoints use. */
export const accountAnswers = lazily(() => ({
  account: z.looseObject({ status: z.literal('success'), data: accountProfileSchema() }),
  balance: z.looseObject({ status: z.literal('success'), data: balanceSchema() }),
  subscription: envelope({ subscription: subscriptionSchema() }),
}));
