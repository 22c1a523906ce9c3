/**
 * Milliseconds the server asks to wait. A body's `retryAfter` (seconds, fractional) wins over the header, which is whole
 * seconds or an HTTP date (RFC 9110, section 10.2.3). Anything else is ignored. Source: rest-api 2.2.
 */
export function retryAfterMs(header: string | null, body: unknown, now: number): number | undefined {
  return bodySeconds(body) ?? headerMs(header?.trim() ?? '', now);
}

function bodySeconds(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { retryAfter, data } = body as { retryAfter?: unknown; data?: unknown };
  if (typeof retryAfter === 'number' && Number.isFinite(retryAfter) && retryAfter >= 0)
    return Math.ceil(retryAfter * 1000);
  return bodySeconds(data);
}

function headerMs(header: string, now: number): number | undefined {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Every form of an HTTP date begins with the name of a day; Date.parse alone would also take "1.5" and "-3".
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(header)) return undefined;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000) * 1000);
}
