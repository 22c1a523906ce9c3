import type { ToolParameter } from '../tool-parameter.ts';
import { type ArgumentReport, childPath } from './argument-report.ts';

/** A spelling that the camelCase and snake_case forms of a name share. */
function spelling(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The name among `names` that `key` spells in the other case, if any. */
export function twinOf(key: string, names: Iterable<string>): string | undefined {
  const wanted = spelling(key);
  for (const name of names) if (spelling(name) === wanted) return name;
  return undefined;
}

/** The described name that a key stands for: itself, its twin in the other case, or an alias. */
export function canonicalName(
  key: string,
  properties: Readonly<Record<string, ToolParameter>>,
): string | undefined {
  if (Object.hasOwn(properties, key)) return key;
  const twin = twinOf(key, Object.keys(properties));
  if (twin !== undefined) return twin;
  for (const [name, { aliases }] of Object.entries(properties)) {
    if (aliases && twinOf(key, aliases) !== undefined) return name;
  }
  return undefined;
}

/**
 * Renames every key to its described name, in the order given; keys that nothing describes stay as they are.
 *
 * The canonical spelling wins over an alias, and the first alias over the second, with a warning. A key whose value is
 * undefined is absent. Source: contracts 1.4.
 */
export function canonicalEntries(
  given: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, ToolParameter>>,
  path: string,
  { warnings }: ArgumentReport,
): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const exact = new Set(present.map(([key]) => key).filter((key) => Object.hasOwn(properties, key)));
  for (const [key, value] of present) {
    const name = canonicalName(key, properties) ?? key;
    if (name !== key && (exact.has(name) || entries.has(name))) {
      warnings.push({
        path: childPath(path, key),
        code: 'duplicate_argument',
        message: `"${childPath(path, key)}" means "${name}", which is given too; it was left out. Send only "${name}".`,
      });
    } else entries.set(name, value);
  }
  return entries;
}
