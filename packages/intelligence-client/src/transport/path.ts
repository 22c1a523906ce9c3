import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { isText } from './envelope.ts';

/**
 * Builds a request path; every interpolated id is percent-encoded, so slashes and any script are safe. Source: rest-api 1.1.
 *
 * @throws {InvalidRequestError} for an id that is empty, not a string, or would step out of its folder (`.`, `..`).
 */
export function path(parts: TemplateStringsArray, ...ids: string[]): string {
  return parts.reduce((joined, part, index) => joined + encodeId(ids[index - 1]) + part);
}

function encodeId(id: string | undefined): string {
  if (!isText(id)) {
    throw new InvalidRequestError('An id is missing: pass the id that the API gave you, as a string');
  }
  // URL parsers resolve these two even when they are percent-encoded.
  if (/^(?:\.|%2e){1,2}$/i.test(id)) throw new InvalidRequestError(`"${id}" is not an id`);
  try {
    return encodeURIComponent(id);
  } catch (cause) {
    throw new InvalidRequestError('An id holds half a character (a lone surrogate) and cannot be sent', {
      cause,
    });
  }
}
