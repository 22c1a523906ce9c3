import { stripVTControlCharacters } from 'node:util';

/** Marks that reorder the text around them, so that a line could read differently than it is. */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from elsewhere as one line that is safe to print: no terminal escapes, no control characters, no reordering marks,
 * line breaks and tabs as spaces.
 */
export function plainText(value: unknown): string {
  return stripVTControlCharacters(String(value ?? ''))
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(REORDERING, '');
}

/** Characters of a message; some servers, and some plans, put a book into one. */
const LONGEST_MESSAGE = 2000;

/** `plainText` of a message, cut where it is too long to be read. */
export function messageText(value: unknown): string {
  const text = plainText(value);
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE)}...`;
}
