import { usageError } from '../failure/cli-error.ts';
import { closest } from './closest.ts';
import type { OptionTable } from './option.ts';

/** What a spelled flag stands for. */
interface Spelling {
  name: string;
  form: 'switch' | 'pair' | 'value';
  /** What a flag without a value means. */
  value: 'true' | 'false';
}

/** Flags that the published tool has and this one does not, with what to use instead. */
const RESERVED: Record<string, string> = {
  '-v': 'it is short for --video, which is not available here; the version is -V',
};

/**
 * Rewrites a command line so that its meaning no longer depends on order: `-w 8` becomes `--width=8`, `--no-x` becomes
 * `--x=false`. A value is the next word whatever it looks like; behind `--` nothing is a flag. Source: cli 1.1.
 *
 * @throws {CliError} for an unknown flag, a missing value, or a value for a flag that takes none.
 */
export function normaliseWords(words: readonly string[], table: OptionTable): string[] {
  const spellings = spellingsOf(table);
  const result: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') {
      const rest = words.slice(index + 1);
      // The parser does not count words behind `--` as arguments, so it is kept only where it is needed.
      return rest.some((text) => text.startsWith('-')) ? [...result, word, ...rest] : [...result, ...rest];
    }
    if (!word.startsWith('-') || word === '-') {
      result.push(word);
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const flag = equals < 0 ? word : word.slice(0, equals);
    const spelling = spellings.get(flag);
    if (spelling === undefined) throw unknownFlag(flag, spellings);
    let value = equals < 0 ? undefined : word.slice(equals + 1);
    if (spelling.form === 'value') {
      if (value === undefined) {
        index += 1;
        value = words[index];
      }
      if (value === undefined) {
        const hint = flag === '-h' ? '-h is the height of the picture; the help is --help.' : undefined;
        throw usageError(`${flag} needs a value`, { details: { flag }, hint });
      }
    } else if (value !== undefined && value !== 'true' && value !== 'false') {
      throw usageError(`${flag} takes no value; it was given "${value}"`, { details: { flag } });
    } else {
      value = value === 'false' ? flip(spelling.value) : spelling.value;
    }
    result.push(`--${spelling.name}=${value}`);
  }
  return result;
}

const flip = (value: 'true' | 'false') => (value === 'true' ? 'false' : 'true');

function spellingsOf(table: OptionTable): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const [name, { aliases, form }] of Object.entries(table)) {
    for (const flag of [`--${name}`, ...aliases]) {
      spellings.set(flag, { name, form, value: 'true' });
      if (form === 'pair') spellings.set(flag.replace(/^--/, '--no-'), { name, form, value: 'false' });
    }
  }
  return spellings;
}

function unknownFlag(flag: string, spellings: Map<string, Spelling>) {
  const meant = flag.startsWith('--') ? closest(flag, spellings.keys()) : undefined;
  const reserved = RESERVED[flag];
  const reason = reserved === undefined ? '' : `: ${reserved}`;
  return usageError(`Unknown option ${flag}${reason}`, {
    details: { flag },
    hint: meant
      ? `Did you mean ${meant}? A prompt that begins with a dash goes behind --.`
      : 'See sogni-agent --help. A prompt that begins with a dash goes behind --.',
  });
}
