import type { Colour, Palette } from './palette.ts';

/** Heights of a scene run from 0 to this number, exclusive. */
export const HEIGHTS = 16_384;

/**
 * Lists the colour of every height (red, green, blue after one another), so that the scene looks like layers of cut
 * paper: flat steps, and a soft shadow on each step below the edge of the next.
 *
 * @param softness How many heights an edge takes; more for small pictures, where a pixel spans more heights.
 */
export function layerColours(palette: Palette, softness: number): Uint8Array {
  const colours = new Uint8Array(HEIGHTS * 3);
  const step = HEIGHTS / palette.layers.length;
  for (let height = 0; height < HEIGHTS; height++) {
    const layer = Math.floor(height / step);
    const toEdge = (layer + 1) * step - height;
    const rise = Math.max(0, 1 - toEdge / Math.min(softness, step));
    const shadow = 1 - 0.22 * Math.exp((-4 * toEdge) / step);
    const low = colourAt(palette, layer);
    const high = colourAt(palette, layer + 1);
    for (let channel = 0; channel < 3; channel++) {
      const below = (low[channel] ?? 0) * shadow;
      colours[height * 3 + channel] = Math.round(below + ((high[channel] ?? 0) - below) * rise);
    }
  }
  return colours;
}

function colourAt(palette: Palette, layer: number): Colour {
  return palette.layers[Math.min(layer, palette.layers.length - 1)] ?? palette.panel;
}
