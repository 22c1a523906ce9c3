import { usageError } from '../failure/cli-error.ts';
import type { Option } from './option.ts';

/** What every kind of option takes. */
export interface OptionDetails {
  describe: string;
  group: string;
  aliases?: readonly string[];
  /** Stands for the value in the help. Default `text`, or `n` for numbers. */
  placeholder?: string;
}

/** Bounds, both included. */
export interface Bounds {
  min?: number;
  max?: number;
}

const base = ({ aliases = [], placeholder = 'text', ...details }: OptionDetails) => ({
  ...details,
  aliases,
  placeholder,
});

/** On when given. */
export function flag(details: OptionDetails): Option<boolean> {
  return { ...base(details), form: 'switch', read: (given) => given.at(-1) === 'true' };
}

/** On, off with the `--no-` form, or undefined when neither was given. The last one wins. */
export function pair(details: OptionDetails): Option<boolean | undefined> {
  const read = (given: readonly string[]) => (given.length === 0 ? undefined : given.at(-1) === 'true');
  return { ...base(details), form: 'pair', read };
}

/** A text. */
export function text(details: OptionDetails): Option<string | undefined> {
  return { ...base(details), form: 'value', read: (given) => given.at(-1) };
}

/** A text that may be given several times. */
export function texts(details: OptionDetails): Option<readonly string[]> {
  return { ...base(details), form: 'value', read: (given) => given };
}

/** One of a few words; upper and lower case are the same. */
export function choice<const Choice extends string>(
  details: OptionDetails,
  choices: readonly Choice[],
): Option<Choice | undefined> {
  return {
    ...base(details),
    form: 'value',
    read(given, flag) {
      const value = given.at(-1);
      if (value === undefined) return undefined;
      const found = choices.find((word) => word === value.trim().toLowerCase());
      if (found !== undefined) return found;
      throw usageError(`${flag} must be one of: ${choices.join(', ')}; it is "${value}"`, {
        details: { flag },
      });
    },
  };
}

/** A whole number. */
export function integer(details: OptionDetails, bounds: Bounds = {}): Option<number | undefined> {
  return numeric(details, bounds, /^[+-]?\d+$/, 'an integer');
}

/** A number. */
export function number(details: OptionDetails, bounds: Bounds = {}): Option<number | undefined> {
  return numeric(details, bounds, /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i, 'a number');
}

function numeric(
  details: OptionDetails,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds,
  form: RegExp,
  what: string,
): Option<number | undefined> {
  return {
    ...base({ placeholder: 'n', ...details }),
    form: 'value',
    read(given, flag) {
      const word = given.at(-1)?.trim();
      if (word === undefined) return undefined;
      const value = Number(word);
      const refuse = (rule: string) =>
        usageError(`${flag} must be ${rule}; it is "${word}"`, { details: { flag } });
      if (!form.test(word) || !Number.isFinite(value)) throw refuse(what);
      if (value < min) throw refuse(`>= ${min}`);
      if (value > max) throw refuse(`<= ${max}`);
      return value;
    },
  };
}
