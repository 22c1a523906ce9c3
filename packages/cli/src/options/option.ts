/** One option of a command: how it is spelled, shown in the help, and read. */
export interface Option<Value> {
  /** Other spellings, dashes included. The one of one letter is shown in the help. */
  readonly aliases: readonly string[];
  /** `switch` takes no value, `pair` has a `--no-` form too, `value` takes the next word. */
  readonly form: 'switch' | 'pair' | 'value';
  readonly describe: string;
  /** Stands for the value in the help. */
  readonly placeholder: string;
  /** Heading in the help. */
  readonly group: string;
  /**
   * Reads what the parser found: every value given, in order.
   *
   * @throws {CliError} with exit code 2 when it cannot be used.
   */
  read(given: readonly string[], flag: string): Value;
}

/** The options of a command by their long name. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What a table's options are read as. */
export type Values<Table extends OptionTable> = {
  readonly [Name in keyof Table]: ReturnType<Table[Name]['read']>;
};
