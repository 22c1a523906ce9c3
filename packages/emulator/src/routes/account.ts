import type { RouteTable } from '../http/app.ts';
import { callerOf } from '../http/caller.ts';
import type { Emulation } from '../http/environment.ts';
import { sendData } from '../http/respond.ts';

/** Who the caller is, what they hold, and their subscription (none). Source: rest-api 13. */
export function accountRoutes(emulation: Emulation): RouteTable {
  const { store } = emulation;
  return {
    '/v4/account/balance': {
      GET: (c) => {
        const account = store.wallets.account(callerOf(c, emulation).wallet);
        const sogni = holding(account.sogni, account.sogniSpent);
        const spark = {
          ...holding(account.spark, account.sparkSpent),
          premiumCredit: amount(account.premiumSpark),
        };
        return sendData(c, { sogni, spark });
      },
    },
    '/v1/account/me': {
      GET: (c) => {
        const { wallet } = callerOf(c, emulation);
        return sendData(c, {
          username: `user-${wallet.slice(-6)}`,
          walletAddress: wallet,
          currentEmail: null,
          emailVerified: false,
          requestedUpdatedEmail: null,
          discord2FA: false,
          discordLinked: false,
          discordServerMember: false,
          discordUsername: null,
        });
      },
    },
    '/v1/subscriptions/status': {
      GET: (c) => {
        callerOf(c, emulation);
        return sendData(c, { subscription: { active: false, status: 'none' } });
      },
    },
  };
}

/** Amounts are decimal strings; `settled - debit` is `net`, which may be spent. */
function holding(net: number, spent: number): Record<string, string> {
  return {
    settled: amount(net + spent),
    credit: '0',
    debit: amount(spent),
    net: amount(net),
    relaxedUnclaimed: '0',
    fastUnclaimed: '0',
  };
}

/** At most six decimals, never in exponent form. */
function amount(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
