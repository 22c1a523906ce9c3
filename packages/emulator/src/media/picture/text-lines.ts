const ELLIPSIS = '…';

/**
 * Breaks text into lines of at most `columns` characters, at spaces where possible.
 *
 * White space counts as one space, accents are dropped (the font has none), and text beyond `maxLines` is cut with
 * an ellipsis. Returns no line for empty text or when there is no room.
 */
export function wrapText(text: string, columns: number, maxLines: number): string[] {
  if (columns < 1 || maxLines < 1) return [];
  const lines: string[] = [];
  let line = '';
  for (const word of plainWords(text)) {
    for (const piece of chunks(word, columns)) {
      if (line === '') line = piece;
      else if (length(line) + 1 + length(piece) <= columns) line += ` ${piece}`;
      else {
        lines.push(line);
        line = piece;
      }
    }
    // A prompt may be many pages long; what will not be shown need not be laid out.
    if (lines.length > maxLines) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= maxLines) return lines;
  const last = Array.from(lines[maxLines - 1] ?? '');
  const cut =
    last
      .slice(0, columns - 1)
      .join('')
      .trimEnd() + ELLIPSIS;
  return [...lines.slice(0, maxLines - 1), cut];
}

function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[\s\p{C}]+/u)
    .filter(Boolean);
}

function* chunks(word: string, columns: number): Generator<string> {
  const characters = Array.from(word);
  for (let start = 0; start < characters.length; start += columns) {
    yield characters.slice(start, start + columns).join('');
  }
}

function length(text: string): number {
  return Array.from(text).length;
}
