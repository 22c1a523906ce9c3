const BLANK = '[redacted]';

const SECRET_HEADER = /^(?:proxy-)?authorization$|^(?:set-)?cookie$|key|token|secret|password|signature/i;
const PLAIN_HEADERS: readonly string[] = ['idempotency-key', 'x-token-type'];

const SIGNING_PARAMETER =
  /([?&](?:x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|signature|sig|token|access_token|api[-_]?key|key-pair-id|policy)=)[^&\s"']+/gi;

/** Blanks a credential, and the signing parameters of URLs, in text that is about to be logged or thrown. */
export function redactText(text: string, credentials: Iterable<string> = []): string {
  let clean = text;
  for (const credential of credentials) clean = clean.replaceAll(credential, BLANK);
  return clean.replace(SIGNING_PARAMETER, `$1${BLANK}`);
}

/** Headers fit to print: values whose name suggests a secret are blanked. */
export function redactHeaders(headers: Headers, credentials: Iterable<string> = []): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of headers) {
    const secret = SECRET_HEADER.test(name) && !PLAIN_HEADERS.includes(name);
    clean[name] = secret ? BLANK : redactText(value, credentials);
  }
  return clean;
}
