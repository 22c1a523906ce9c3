import type { OutputStream } from '../output/terminal.ts';
import { cellWidth } from './cell-width.ts';

const REDRAW_EVERY = 100;
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_BELOW = '\u001b[J';

/** Lines on a terminal that are redrawn in place. */
export interface LiveArea {
  redraw(): void;
  /** Draws once more, leaves the lines where they are and gives the cursor back. */
  stop(): void;
}

/** Draws `lines(columns)` now, ten times a second, and when the terminal changes its size. */
export function openLiveArea(stream: OutputStream, lines: (columns: number) => string[]): LiveArea {
  let drawn: string[] = [];
  const width = () => Math.max(20, stream.columns || 80);
  const redraw = () => {
    const columns = width();
    const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(cellWidth(line) / columns)), 0);
    // One cell stays free, for terminals that wrap a line as soon as it is full.
    drawn = lines(columns - 1);
    stream.write(`${rows > 0 ? `\u001b[${rows}A` : ''}\r${CLEAR_BELOW}${drawn.join('\n')}\n`);
  };
  const showCursor = () => {
    stream.write(SHOW_CURSOR);
  };
  // A second Ctrl-C ends the process at once, but not with a terminal that has lost its cursor.
  process.once('exit', showCursor);
  stream.on?.('resize', redraw);
  stream.write(HIDE_CURSOR);
  const timer = setInterval(redraw, REDRAW_EVERY).unref();
  redraw();
  return {
    redraw,
    stop() {
      clearInterval(timer);
      stream.off?.('resize', redraw);
      process.off('exit', showCursor);
      redraw();
      showCursor();
    },
  };
}
