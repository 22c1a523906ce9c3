/**
 * Stands for the emulator's own address in everything that is stored, because a restart may come up on another
 * port. A control character cannot occur in JSON text but as an escape, so the escape is what is looked for.
 */
export const ORIGIN = '\u0001';

// With the quote that opens the string: a backslash the user wrote cannot stand between the two.
const STORED = '"\\u0001/_media/';

/** Puts the address a client used in place of `ORIGIN`, in JSON text. */
export function withOrigin(json: string, origin: string): string {
  return json.includes(STORED) ? json.replaceAll(STORED, `"${origin}/_media/`) : json;
}
