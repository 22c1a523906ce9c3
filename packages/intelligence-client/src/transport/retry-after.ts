import { isRecord } from './envelope.ts';

/**
 * Milliseconds the server asks to wait. A body's `retryAfter` (seconds, fractional) wins over the header, which is whole
 * seconds or an HTTP date (RFC 9110, section 10.2.3). Anything else is ignored. Source: rest-api 2.2.
 */
export function retryAfterMs(header: string | null, body: unknown, now: number): number | undefined {
  return (
    bodyMs(body) ?? bodyMs(isRecord(body) ? body.data : undefined) ?? headerMs(header?.trim() ?? '', now)
  );
}

function bodyMs(body: unknown): number | undefined {
  const seconds = isRecord(body) ? body.retryAfter : undefined;
  return typeof seconds === 'number' && seconds >= 0 && seconds < Number.POSITIVE_INFINITY
    ? Math.ceil(seconds * 1000)
    : undefined;
}

function headerMs(header: string, now: number): number | undefined {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Every form of an HTTP date begins with the name of a day; Date.parse alone would also take "1.5" and "-3".
  if (!/^[a-z]{3}/i.test(header)) return undefined;
  // The oldest form, of asctime, leaves out that it is GMT.
  const date = Date.parse(/gmt$/i.test(header) ? header : `${header} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000) * 1000);
}
