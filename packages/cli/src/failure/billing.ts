const SPARK_PACKS = 'https://docs.sogni.ai/pricing/#spark-packs';
const PLANS = 'https://docs.sogni.ai/pricing/';

/** What a failure object adds where money is the way out. Source: cli 3.7. */
export interface Purchase {
  purchaseAction: true;
  purchaseLabel: string;
  purchaseUrl: string;
}

interface BillingFailure {
  retryable: boolean;
  hint: string;
  purchase?: Purchase;
}

const purchase = (purchaseLabel: string, purchaseUrl: string): Purchase => ({
  purchaseAction: true,
  purchaseLabel,
  purchaseUrl,
});

/** Missing credit. */
export const NO_CREDIT: BillingFailure = {
  retryable: false,
  hint: `Buy Spark Packs at ${SPARK_PACKS}, or lower the cost.`,
  purchase: purchase('Buy Spark Packs', SPARK_PACKS),
};

/** The four subscription codes. Source: cli 3.7. */
export const SUBSCRIPTION_FAILURES: Readonly<Record<string, BillingFailure>> = {
  '4078': {
    retryable: false,
    hint: `The plan does not cover this work; get Premium Spark at ${SPARK_PACKS}.`,
    purchase: purchase('Get Premium Spark', SPARK_PACKS),
  },
  '4079': { retryable: true, hint: "The plan's queue is full; wait until earlier work is done." },
  '4080': {
    retryable: false,
    hint: 'The renewal is being retried; until then pay with --token-type spark or --token-type sogni.',
  },
  '4081': {
    retryable: false,
    hint: `A higher plan is needed; see ${PLANS}.`,
    purchase: purchase('Upgrade to Unlimited Pro', PLANS),
  },
};
