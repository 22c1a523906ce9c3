import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { isSogniError } from '../errors/sogni-error.ts';
import { environmentVariable, isBrowser } from './environment.ts';
import type { ClientOptions, CredentialSource } from './options.ts';

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

/**
 * Wraps the key or token of a client, or the function that yields one. The value lives in this closure only: nothing
 * inspectable holds it.
 *
 * @throws {InvalidRequestError} for an API key in a browser that nobody asked for.
 */
export function createCredentials(options: ClientOptions): Credentials {
  const name = options.accessToken === undefined ? 'apiKey' : 'accessToken';
  const source = options.accessToken ?? options.apiKey ?? environmentVariable('SOGNI_API_KEY');
  if (name === 'apiKey' && source !== undefined && !options.dangerouslyAllowBrowser && isBrowser()) {
    throw new InvalidRequestError('apiKey in a browser: every visitor of the page could read and spend it', {
      hint: 'Relay through your server, or pass accessToken. dangerouslyAllowBrowser: true overrides this.',
    });
  }
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
        throw new InvalidRequestError(`The ${name} is empty, or holds a character that no header can carry`);
      }
      // Deleted first, so that the oldest is the one used longest ago.
      seen.delete(value);
      seen.add(value);
      const [oldest] = seen;
      if (oldest !== undefined && seen.size > REMEMBERED) seen.delete(oldest);
      return value;
    },
  };
}

async function ask(
  name: string,
  source: Exclude<CredentialSource, string>,
  refresh: boolean,
): Promise<string> {
  let value: unknown;
  try {
    value = await source({ refresh });
  } catch (cause) {
    if (isSogniError(cause)) throw cause;
    throw new InvalidRequestError(`The ${name} function failed`, {
      hint: 'Nothing was sent with it; see the cause.',
      cause,
    });
  }
  if (typeof value === 'string') return value;
  throw new InvalidRequestError(`The ${name} function did not return a string`);
}
