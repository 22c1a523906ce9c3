import { InvalidRequestError } from '../errors/invalid-request-error.ts';

/** Headers by name; `undefined` takes one of an earlier layer away. */
export type HeaderLayer = Readonly<Record<string, string | undefined>>;

/**
 * Lays headers over one another, later ones on top, whatever the spelling of their names (RFC 9110, section 5.1).
 *
 * @throws {InvalidRequestError} for what no header can carry. The value is not repeated.
 */
export function layerHeaders(layers: readonly HeaderLayer[]): Headers {
  const headers = new Headers();
  for (const [name, value] of layers.flatMap((layer) => Object.entries(layer))) {
    try {
      if (value === undefined) headers.delete(name);
      else headers.set(name, value);
    } catch {
      const message = 'holds a character that no header can carry';
      throw new InvalidRequestError(`The header "${name}" ${message}`, {
        issues: [{ path: `headers.${name}`, message }],
      });
    }
  }
  return headers;
}
