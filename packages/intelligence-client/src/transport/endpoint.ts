import { UnsafeURLError } from '../errors/unsafe-url-error.ts';
import { parseWebURL } from './url.ts';

export const DEFAULT_BASE_URL = 'https://api.sogni.ai';
export const DEFAULT_SOCKET_URL = 'https://socket.sogni.ai';

/** Hosts that may receive a credential without being named. Source: rest-api 1.1. */
const SOGNI_HOSTS: readonly string[] = ['api.sogni.ai', 'api-staging.sogni.ai', 'socket.sogni.ai'];

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])\.?$/i;

export interface TrustRules {
  allowedHosts: readonly string[];
  allowUnsafe: boolean;
}

/**
 * Checks that an API origin may receive the credential, and normalises it: no trailing slash, no `/v1`.
 *
 * @throws {InvalidRequestError} when it is no URL.
 * @throws {UnsafeURLError} for another scheme, embedded credentials, plain http, loopback, or a host nobody named.
 */
export function checkEndpoint(option: string, value: string, rules: TrustRules): string {
  const url = parseWebURL(option, value);
  refuseUntrusted(option, url, rules);
  const path = url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  return url.origin + path;
}

function refuseUntrusted(option: string, url: URL, { allowedHosts, allowUnsafe }: TrustRules): void {
  const isLoopback = LOOPBACK.test(url.hostname);
  const unsafe = isLoopback ? 'is a loopback address' : url.protocol === 'http:' ? 'is not https' : '';
  if (unsafe && !allowUnsafe) {
    throw new UnsafeURLError(`${option} ${url.origin} ${unsafe}, so the credential is not sent there`, {
      hint: 'For local testing set allowUnsafeBaseURL: true, or SOGNI_ALLOW_UNSAFE_API_BASE_URL=1.',
    });
  }
  const known = [...SOGNI_HOSTS, ...allowedHosts.map((host) => host.trim().toLowerCase())];
  if (!isLoopback && !known.includes(url.hostname) && !known.includes(url.host)) {
    throw new UnsafeURLError(`${option} ${url.origin} is not a host that may receive the credential`, {
      hint: `If you trust it, add "${url.host}" to allowedHosts, or to SOGNI_API_ALLOWED_HOSTS.`,
    });
  }
}
