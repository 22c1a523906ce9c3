import type { Purchase } from './billing.ts';
import type { Classification } from './classification.ts';

/** A failure in the words and fields that it is reported with. Source: cli 3.5. */
export interface Failure extends Classification {
  /** One line, in plain text. */
  error: string;
  errorCode?: string | undefined;
  errorDetails?: Record<string, unknown> | undefined;
  hint?: string | undefined;
  purchase?: Purchase | undefined;
  exitCode: number;
}
