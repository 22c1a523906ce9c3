import { isRecord } from './envelope.ts';

/** What can be read from the body of an error, in any of the shapes the API and the proxies before it send. */
export interface ErrorBody {
  /** Parsed JSON, else the text. */
  body: unknown;
  message: string;
  code: string | number | undefined;
  category: string | undefined;
}

const LONGEST_TEXT = 500;
const LONGEST_MESSAGE = 2_000;
const HTML_EXCERPT = 200;

/** The response as far as it is read here. */
interface ErrorSource {
  status: number;
  statusText: string;
  text: string;
}

/** Reads the envelope, the OpenAI shape, its flat form, plain text and HTML. Source: rest-api 2.2 and 2.3. */
export function readErrorBody(source: ErrorSource, redact: (text: string) => string): ErrorBody {
  const reason = redact(source.statusText) || `HTTP ${source.status}`;
  const text = redact(source.text);
  const body = parse(text, redact);
  if (!isRecord(body))
    return { body: body ?? text, message: plainMessage(text, reason), code: undefined, category: undefined };
  const error = isRecord(body.error)
    ? body.error
    : body.status !== 'error' && isRecord(body.data)
      ? body.data
      : body;
  const flatType = typeof body.error === 'string' ? body.error : undefined;
  return {
    body,
    message:
      firstText(error.message, body.error_message, body.message, flatType)?.slice(0, LONGEST_MESSAGE) ??
      reason,
    code: firstCode(error.errorCode, error.code, body.error_code, body.errorCode, body.code),
    category: firstText(error.type, flatType),
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

/** An escape such as `\\u0073` hides a credential from a search in the text, so values are cleaned again. */
function parse(text: string, redact: (text: string) => string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value));
  } catch {
    return undefined;
  }
}

function firstText(...candidates: unknown[]): string | undefined {
  return candidates.find((value): value is string => typeof value === 'string' && value !== '');
}

function firstCode(...candidates: unknown[]): string | number | undefined {
  return candidates.find(
    (value): value is string | number => typeof value === 'number' || firstText(value) !== undefined,
  );
}
