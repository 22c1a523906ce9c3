/** Largest JSON body that is read, in bytes; a record with a full event log stays far below. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Another attempt would bring the same body, so this is no failed connection. */
export class BodyTooLargeError extends Error {}

/**
 * Reads a whole body as UTF-8, never more than the cap.
 *
 * @throws {BodyTooLargeError} as soon as the cap is passed; the rest is not read.
 */
export async function readText(response: Response, cap = MAX_BODY_BYTES): Promise<string> {
  const tooLarge = () => new BodyTooLargeError(`it is larger than ${cap} bytes`);
  const announced = Number(response.headers.get('content-length') ?? Number.NaN);
  if (announced > cap) throw tooLarge();
  // The fast way. A compressed body may grow beyond what its header announces, so it takes the counted one.
  if (announced <= cap && !response.headers.has('content-encoding')) return await response.text();
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > cap) {
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
