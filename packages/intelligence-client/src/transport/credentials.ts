import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { isSogniError } from '../errors/sogni-error.ts';
import type { CredentialSource } from './options.ts';

export interface Credentials {
  /** The value for the next attempt. */
  current(refresh: boolean): Promise<string>;
  /** Whether asking again after a 401 can yield another value. */
  readonly renewable: boolean;
  /** Every value handed out lately, so that it can be blanked wherever it comes back. */
  readonly seen: ReadonlySet<string>;
}

/** Longest list of past values kept for blanking; a token that is renewed hourly stays covered for a day. */
const REMEMBERED = 24;

/** Wraps a key, a token, or a function that yields one. The value lives in this closure only: nothing inspectable holds it. */
export function createCredentials(
  name: 'apiKey' | 'accessToken',
  source: CredentialSource | undefined,
): Credentials {
  const seen = new Set<string>();
  return {
    renewable: typeof source === 'function',
    seen,
    async current(refresh) {
      const value = typeof source === 'function' ? await ask(name, source, refresh) : source;
      if (value === undefined) {
        throw new InvalidRequestError('No credential: this call needs an API key or an access token', {
          hint: 'Pass apiKey, or set SOGNI_API_KEY; or pass accessToken.',
        });
      }
      // RFC 9110, section 5.5: anything else is not a header value, and fetch would throw it back with the text in it.
      if (!/^[\x21-\x7e]+$/.test(value)) {
        throw new InvalidRequestError(
          `The ${name} is empty or holds white space or characters that no header can carry`,
        );
      }
      if (!seen.has(value)) {
        seen.add(value);
        if (seen.size > REMEMBERED)
          for (const oldest of seen) {
            seen.delete(oldest);
            break;
          }
      }
      return value;
    },
  };
}

async function ask(
  name: string,
  source: Exclude<CredentialSource, string>,
  refresh: boolean,
): Promise<string> {
  try {
    const value: unknown = await source({ refresh });
    if (typeof value === 'string') return value;
  } catch (cause) {
    if (isSogniError(cause)) throw cause;
    throw new InvalidRequestError(`The ${name} function failed; nothing was sent`, { cause });
  }
  throw new InvalidRequestError(`The ${name} function did not return a string; nothing was sent`);
}
