import type { Clock } from '../clock.ts';
import { ApiError } from './api-error.ts';

/** Who asks, and with what kind of credential. */
export interface Caller {
  wallet: string;
  /** Starts need `key`. Source: rest-api 1.2. */
  form: 'key' | 'jwt' | 'cookie';
}

type Header = (name: string) => string | undefined;

const MISSING = 'Authorization header or auth cookie required';

/**
 * Finds the caller: `api-key`, else `Authorization` with or without `Bearer`, else the cookie. What has two dots and a
 * payload that decodes is a JWT; anything else is an API key. JWT signatures are not checked: the emulator has no
 * secret to check them with. Throws the 401 of rest-api 20.1.
 */
export function identify(header: Header, keys: ReadonlyMap<string, string>, clock: Clock): Caller {
  const key = header('api-key');
  const authorization = header('authorization')?.replace(/^bearer +/i, '');
  const value = key || authorization;
  if (value) return identifyValue(value.trim(), 'jwt', keys, clock);
  const cookie = cookieValue(header('cookie'));
  if (!cookie) throw new ApiError(401, MISSING);
  return identifyValue(cookie, 'cookie', keys, clock);
}

function identifyValue(
  value: string,
  form: 'jwt' | 'cookie',
  keys: ReadonlyMap<string, string>,
  clock: Clock,
): Caller {
  const wallet = keys.get(value);
  if (wallet !== undefined && form === 'jwt') return { wallet, form: 'key' };
  const claims = decodeClaims(value);
  if (!claims) {
    throw new ApiError(401, `${MISSING}: the key is not one that this emulator knows; pass it in "apiKeys"`);
  }
  const { addr, exp } = claims;
  if (typeof exp === 'number' && exp * 1000 <= clock.now()) {
    throw new ApiError(401, `${MISSING}: the token has expired; refresh it or use an API key`);
  }
  const owner = [...keys.values()].find((known) => known === addr);
  if (owner === undefined) {
    throw new ApiError(401, `${MISSING}: the token's address belongs to no wallet of this emulator`);
  }
  return { wallet: owner, form };
}

function decodeClaims(value: string): Record<string, unknown> | undefined {
  const parts = value.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(String(parts[1]), 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}

function cookieValue(header: string | undefined): string | undefined {
  const match = /(?:^|;)\s*authorization=([^;]*)/i.exec(header ?? '');
  if (!match?.[1]) return undefined;
  const value = match[1].trim();
  try {
    return decodeURIComponent(value).replace(/^bearer +/i, '');
  } catch {
    return value;
  }
}
