const BLANK = '[redacted]';

const SECRET_HEADER = /^(?:proxy-)?authorization$|^(?:set-)?cookie$|key|token|secret|password|signature/i;
const PLAIN_HEADERS: readonly string[] = ['idempotency-key', 'x-token-type'];

const SIGNING_PARAMETER =
  /([?&](?:x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|signature|sig|token|access_token|api[-_]?key|awsaccesskeyid|key-pair-id|policy)=)[^&\s"']+/gi;

/** How deep a cause is searched; printing goes less deep by default. */
const DEEPEST = 5;

/** Blanks a credential, and the signing parameters of URLs, in text that is about to be logged or thrown. */
export function redactText(text: string, credentials: Iterable<string> = []): string {
  let clean = text;
  for (const credential of credentials) clean = clean.replaceAll(credential, BLANK);
  return clean.replace(SIGNING_PARAMETER, `$1${BLANK}`);
}

/** Headers fit to print: values whose name suggests a secret are blanked. */
export function redactHeaders(headers: Headers, credentials: Iterable<string>): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of headers) {
    const secret = SECRET_HEADER.test(name) && !PLAIN_HEADERS.includes(name);
    clean[name] = secret ? BLANK : redactText(value, credentials);
  }
  return clean;
}

/**
 * A cause fit to print. What fetch throws may quote the bytes it choked on, or carry the request; where that shows a
 * credential, only the redacted message is kept.
 */
export function redactCause(cause: unknown, credentials: Iterable<string>): unknown {
  if (!holdsAny(cause, [...credentials], new Set())) return cause;
  return new Error(redactText(cause instanceof Error ? cause.message : String(cause), credentials));
}

function holdsAny(value: unknown, secrets: string[], visited: Set<unknown>, depth = 0): boolean {
  if (typeof value === 'string') return secrets.some((secret) => value.includes(secret));
  if (typeof value !== 'object' || value === null || visited.has(value) || depth > DEEPEST) return false;
  visited.add(value);
  const parts = value instanceof Headers ? [...value] : value;
  try {
    // Own names, not only enumerable ones: the message and the stack of an error are not.
    return Object.getOwnPropertyNames(parts).some((name) =>
      holdsAny(Reflect.get(parts, name), secrets, visited, depth + 1),
    );
  } catch {
    // A getter that throws hides what a debugger might show.
    return true;
  }
}
