import type { DatabaseSync } from 'node:sqlite';

/** The two tokens work is paid in. */
export type Token = 'sogni' | 'spark';

/** What a wallet may spend; `premiumSpark` is the part of `spark` that vendor models accept. */
export interface Balance {
  /** Amount of SOGNI that may be spent. */
  sogni: number;
  /** Amount of Spark that may be spent. */
  spark: number;
  /** Amount of Spark that vendor models accept. */
  premiumSpark: number;
}

/** A balance with its history, as the account routes show it. */
export interface WalletAccount extends Balance {
  /** Amount of SOGNI spent so far. */
  sogniSpent: number;
  /** Amount of Spark spent so far. */
  sparkSpent: number;
}

const DEFAULT_BALANCE: Balance = { sogni: 10_000, spark: 10_000, premiumSpark: 10_000 };

export type Wallets = ReturnType<typeof createWallets>;

/** Balances of all wallets; a wallet is opened with its starting balance when it is first seen. */
export function createWallets(database: DatabaseSync, opening: Record<string, Partial<Balance>>) {
  const select = database.prepare('SELECT * FROM wallets WHERE wallet = ?');
  const insert = database.prepare(
    'INSERT OR IGNORE INTO wallets (wallet, sogni, sogni_spent, spark, spark_spent, premium_spark) VALUES (?, ?, 0, ?, 0, ?)',
  );
  // By name: Node 22.13 counts a numbered parameter once for every place it stands in.
  const spendSogni = database.prepare(
    'UPDATE wallets SET sogni = sogni - $units, sogni_spent = sogni_spent + $units WHERE wallet = $wallet',
  );
  const spendSpark = database.prepare(
    'UPDATE wallets SET spark = spark - $units, spark_spent = spark_spent + $units, premium_spark = max(0, min(premium_spark, spark - $units)) WHERE wallet = $wallet',
  );
  const spendPremium = database.prepare(
    'UPDATE wallets SET spark = spark - $units, spark_spent = spark_spent + $units, premium_spark = max(0, premium_spark - $units) WHERE wallet = $wallet',
  );

  const account = (wallet: string): WalletAccount => {
    const row = select.get(wallet);
    if (!row) {
      // Spark that was not split is taken to be premium, so that one number is enough to open a wallet.
      const start = { ...DEFAULT_BALANCE, ...opening[wallet] };
      insert.run(wallet, start.sogni, start.spark, Math.min(start.premiumSpark, start.spark));
      return account(wallet);
    }
    return {
      sogni: Number(row.sogni),
      sogniSpent: Number(row.sogni_spent),
      spark: Number(row.spark),
      sparkSpent: Number(row.spark_spent),
      premiumSpark: Number(row.premium_spark),
    };
  };

  return {
    account,
    /** Takes `units` from a wallet; vendor work takes premium Spark. */
    spend(wallet: string, token: Token, units: number, vendor: boolean): void {
      if (units <= 0) return;
      account(wallet);
      const statement = token === 'sogni' ? spendSogni : vendor ? spendPremium : spendSpark;
      statement.run({ units, wallet });
    },
  };
}
