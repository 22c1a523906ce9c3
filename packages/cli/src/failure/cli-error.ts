/** What a `CliError` carries besides its message. */
export interface CliErrorOptions {
  /** Client error code, such as `INVALID_ARGUMENT`. Source: cli 3.8. */
  code: string;
  /** What to do next, in one sentence. */
  hint?: string | undefined;
  /** `errorDetails` of the failure object. */
  details?: Record<string, unknown> | undefined;
  /** Default 1. */
  exitCode?: number | undefined;
  /** Lines printed in front of the error: what there is to know before it. */
  preamble?: readonly string[] | undefined;
  cause?: unknown;
}

/** A failure that the command line itself found, with the code and the exit status it is reported with. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: string;
  readonly hint: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly exitCode: number;
  readonly preamble: readonly string[];

  constructor(message: string, options: CliErrorOptions) {
    const { code, hint, details, exitCode = 1, preamble = [], cause } = options;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
    this.details = details;
    this.exitCode = exitCode;
    this.preamble = preamble;
  }
}

/** A command line that cannot be carried out as written: exit code 2. */
export function usageError(
  message: string,
  { code = 'INVALID_ARGUMENT', ...rest }: Partial<CliErrorOptions> = {},
): CliError {
  return new CliError(message, { ...rest, code, exitCode: 2 });
}
