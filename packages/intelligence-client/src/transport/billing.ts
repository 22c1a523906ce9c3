import type { Open } from './open-type.ts';

/** Which token pays. `auto`: native models in SOGNI, vendor models in Spark. Source: rest-api 3.4. */
export type TokenType = Open<'sogni' | 'spark' | 'auto'>;

/** `subscription` is strict: the server answers 402 when the plan cannot cover the work. Source: rest-api 3.4. */
export type BillingMode = Open<'auto' | 'subscription' | 'tokens'>;
