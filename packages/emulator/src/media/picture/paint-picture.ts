import type { Colour } from './palette.ts';
import { createScene } from './scene.ts';
import { createTextPanel, type PanelText, type TextPanel } from './text-panel.ts';

/** Writes one row of a picture, three bytes (red, green, blue) a pixel, from an offset on. */
export type RowPainter = (y: number, target: Uint8Array, offset: number) => void;

/** What a picture shows. */
interface PictureContent extends PanelText {
  seed: number;
}

/** Prepares a picture that is painted row by row, so that an encoder holds only what it needs. */
export function createRowPainter(width: number, height: number, content: PictureContent): RowPainter {
  const scene = createScene(width, height, content.prompt, content.seed);
  const panel = createTextPanel(width, height, content);
  const heights = new Uint16Array(width);
  return (y, target, offset) => {
    scene.readRow(y, heights);
    let index = offset;
    for (let x = 0; x < width; x++) {
      const colour = (heights[x] ?? 0) * 3;
      target[index++] = scene.colours[colour] ?? 0;
      target[index++] = scene.colours[colour + 1] ?? 0;
      target[index++] = scene.colours[colour + 2] ?? 0;
    }
    if (panel) blendPanelRow(panel, scene.palette.panel, y, target, offset);
  };
}

function blendPanelRow(
  panel: TextPanel,
  colour: Colour,
  y: number,
  target: Uint8Array,
  offset: number,
): void {
  const row = y - panel.top;
  if (row < 0 || row >= panel.height) return;
  for (let x = 0; x < panel.width; x++) {
    const veil = (panel.veil[row * panel.width + x] ?? 0) / 255;
    const ink = (panel.ink[row * panel.width + x] ?? 0) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const index = offset + (panel.left + x) * 3 + channel;
      const below = target[index] ?? 0;
      const veiled = below + ((colour[channel] ?? 0) - below) * veil;
      target[index] = Math.round(veiled + (255 - veiled) * ink);
    }
  }
}
