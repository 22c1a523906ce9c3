import type { Token, Wallets } from '../store/wallets.ts';

/** Credit that running steps are about to spend, so that two runs cannot count on the same coins. */
export interface Reservations {
  /** Sets `units` aside and returns how to let go of them; `undefined` when the wallet has too little. */
  hold(wallet: string, token: Token, units: number, vendor: boolean): (() => void) | undefined;
}

/** Kept in memory only: after a restart no step is running, and each one reserves again when it goes on. */
export function createReservations(wallets: Wallets): Reservations {
  const held = new Map<string, number>();
  return {
    hold(wallet, token, units, vendor) {
      if (units <= 0) return () => {};
      const account = wallets.account(wallet);
      const purse = `${wallet} ${token}`;
      const aside = held.get(purse) ?? 0;
      if (account[token] - aside < units || (vendor && account.premiumSpark - aside < units))
        return undefined;
      held.set(purse, aside + units);
      return () => {
        held.set(purse, Math.max(0, (held.get(purse) ?? 0) - units));
      };
    },
  };
}
