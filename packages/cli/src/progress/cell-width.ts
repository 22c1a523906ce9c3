import { stripVTControlCharacters } from 'node:util';

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Scripts and symbols that fill two cells of a terminal. */
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

/** Cells that a line fills on a terminal; colours fill none. */
export function cellWidth(line: string): number {
  let width = 0;
  for (const { segment } of segments.segment(stripVTControlCharacters(line))) {
    width += WIDE.test(segment) || segment.includes('\ufe0f') ? 2 : 1;
  }
  return width;
}

/** Text without colours, cut to at most `cells`, with `…` where something was cut. */
export function cutToWidth(text: string, cells: number): string {
  if (cellWidth(text) <= cells) return text;
  let result = '';
  for (const { segment } of segments.segment(text)) {
    if (cellWidth(result + segment) > cells - 1) break;
    result += segment;
  }
  return cells < 1 ? '' : `${result}…`;
}

/** Text filled with spaces to `cells`. */
export function padToWidth(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellWidth(text)));
}
