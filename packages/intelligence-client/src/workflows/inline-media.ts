import type { RequestIssue } from '../errors/invalid-request-error.ts';
import { issue } from '../transport/request-issues.ts';

/** RFC 2397: an optional media type, parameters without white space, a comma. Prose such as "data: a, b" is not one. */
const DATA_URI = /^\s*data:(?:[a-z]+\/[a-z0-9.+-]+)?(?:;[a-z0-9=.+"'_-]+)*,/i;

/**
 * Finds `data:` URIs and bytes anywhere in a value. Durable workflows take http(s) URLs only: a plan lives in the database, a
 * file does not belong there. Source: rest-api 2.4 and 8.1.
 */
export function inlineMediaIssues(value: unknown, path: string): RequestIssue[] {
  const issues: RequestIssue[] = [];
  const pending: [unknown, string][] = [[value, path]];
  const seen = new Set<object>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [item, at] = next;
    if (ArrayBuffer.isView(item) || (typeof item === 'string' && DATA_URI.test(item))) {
      issues.push(issue(at, 'inline_media', 'holds an inline file; upload it and pass its https URL'));
      continue;
    }
    if (typeof item !== 'object' || item === null || seen.has(item)) continue;
    seen.add(item);
    for (const [key, inner] of Object.entries(item).reverse()) pending.push([inner, `${at}.${key}`]);
  }
  return issues;
}
