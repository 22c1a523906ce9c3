import { wrapText } from './text-lines.ts';
import { CHARACTER_ADVANCE, drawText, LINE_ADVANCE, type Mask } from './text-mask.ts';

/** A dark panel with text, to be blended over a picture. */
export interface TextPanel {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How much of the panel's colour covers each pixel, 0 to 255. */
  readonly veil: Uint8Array;
  /** How much white covers each pixel after that, 0 to 255. */
  readonly ink: Uint8Array;
}

/** What a panel says, from top to bottom. */
export interface PanelText {
  caption: string;
  prompt: string;
  details: string;
}

const VEIL = 176;
const BRIGHT = 255;
const DIM = 178;

/**
 * Lays out the panel in the lower left corner; undefined when the picture is too small for any text.
 *
 * The prompt keeps at least one line; the caption goes first when there is no room, then the details.
 */
export function createTextPanel(width: number, height: number, text: PanelText): TextPanel | undefined {
  const scale = Math.max(1, Math.round(Math.min(width, height) / 300));
  const padding = 6 * scale;
  const margin = Math.min(width, height) >= 160 ? 8 * scale : 2;
  const columns = Math.floor((width - 2 * (margin + padding)) / (CHARACTER_ADVANCE * scale));
  const room = Math.floor((height * 0.6 - 2 * padding) / (LINE_ADVANCE * scale));
  if (columns < 4 || room < 1) return undefined;

  const caption = room >= 3 ? wrapText(text.caption, columns, 1) : [];
  const details = room >= 2 ? wrapText(text.details, columns, room >= 6 ? 2 : 1) : [];
  const prompt = wrapText(text.prompt, columns, room - caption.length - details.length);
  const lines = [
    ...caption.map((line) => ({ line, strength: DIM })),
    ...prompt.map((line) => ({ line, strength: BRIGHT })),
    ...details.map((line) => ({ line, strength: DIM })),
  ];
  if (lines.length === 0) return undefined;

  const longest = Math.max(...lines.map(({ line }) => Array.from(line).length));
  const ink = blankMask(
    (longest * CHARACTER_ADVANCE - 1) * scale + 2 * padding,
    (lines.length * LINE_ADVANCE - 3) * scale + 2 * padding,
  );
  lines.forEach(({ line, strength }, index) => {
    const top = padding + index * LINE_ADVANCE * scale;
    drawText(ink, line, { left: padding, top, scale, strength });
  });
  return {
    left: margin,
    top: height - margin - ink.height,
    width: ink.width,
    height: ink.height,
    veil: roundedVeil(ink.width, ink.height, 4 * scale),
    ink: ink.coverage,
  };
}

function blankMask(width: number, height: number): Mask {
  return { width, height, coverage: new Uint8Array(width * height) };
}

function roundedVeil(width: number, height: number, radius: number): Uint8Array {
  const veil = new Uint8Array(width * height).fill(VEIL);
  for (let y = 0; y < radius; y++) {
    for (let x = 0; x < radius; x++) {
      const distance = Math.hypot(radius - x - 0.5, radius - y - 0.5);
      const value = Math.round(VEIL * Math.min(1, Math.max(0, radius - distance + 0.5)));
      for (const row of [y, height - 1 - y]) {
        veil[row * width + x] = value;
        veil[row * width + width - 1 - x] = value;
      }
    }
  }
  return veil;
}
