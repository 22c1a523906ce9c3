import type { ToolParameter } from '../tool-parameter.ts';
import { type ArgumentReport, childPath, nameOf } from './argument-report.ts';
import { checkValue } from './check-value.ts';

/** Checks the length of a list and its items; items beyond a tuple pass. Gives the list with normalised items. */
export function checkList(
  { items, minItems, maxItems }: ToolParameter,
  list: readonly unknown[],
  path: string,
  report: ArgumentReport,
): unknown[] {
  const name = nameOf(path);
  if (minItems !== undefined && list.length < minItems) {
    report.issues.push({
      path,
      code: 'min_items',
      message: `${name} must have at least ${minItems} entries, not ${list.length}.`,
    });
  }
  if (maxItems !== undefined && list.length > maxItems) {
    report.issues.push({
      path,
      code: 'max_items',
      message: `${name} must have at most ${maxItems} entries, not ${list.length}.`,
    });
  }
  return Array.from(list, (item, position) => {
    const schema = isTuple(items) ? items[position] : items;
    return schema ? checkValue(schema, item, childPath(path, position), report) : item;
  });
}

function isTuple(items: ToolParameter['items']): items is readonly ToolParameter[] {
  return Array.isArray(items);
}
