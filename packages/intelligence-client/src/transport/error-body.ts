/** What can be read from the body of an error, in any of the shapes the API and the proxies before it send. */
export interface ErrorBody {
  /** Parsed JSON, else the text. */
  body: unknown;
  message: string;
  code: string | number | undefined;
  category: string | undefined;
}

const LONGEST_TEXT = 500;
const HTML_EXCERPT = 200;

/** Reads the envelope, the OpenAI shape, its flat form, plain text and HTML. Source: rest-api 2.2 and 2.3. */
export function readErrorBody(text: string, statusText: string, status: number): ErrorBody {
  const reason = statusText || `HTTP ${status}`;
  const body = parse(text);
  if (!isRecord(body))
    return { body: text, message: plainMessage(text, reason), code: undefined, category: undefined };
  const source = isRecord(body.error)
    ? body.error
    : body.status !== 'error' && isRecord(body.data)
      ? body.data
      : body;
  const flatType = typeof body.error === 'string' ? body.error : undefined;
  return {
    body,
    message: firstText(source.message, body.error_message, body.message, flatType) ?? reason,
    code: firstCode(source.errorCode, source.code, body.error_code, body.errorCode, body.code),
    category: firstText(source.type, flatType),
  };
}

function plainMessage(text: string, reason: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return reason;
  if (!trimmed.startsWith('<')) return trimmed.slice(0, LONGEST_TEXT);
  const excerpt = trimmed
    .slice(0, 10_000)
    .replace(/<(?:style|script)[^>]*>[^<]*/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${reason}; a proxy answered with a web page: ${excerpt.slice(0, HTML_EXCERPT)}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstText(...candidates: unknown[]): string | undefined {
  return candidates.find((value): value is string => typeof value === 'string' && value !== '');
}

function firstCode(...candidates: unknown[]): string | number | undefined {
  return candidates.find(
    (value): value is string | number =>
      typeof value === 'number' || (typeof value === 'string' && value !== ''),
  );
}
