import type { Palette } from '../picture/palette.ts';
import type { TextPanel } from '../picture/text-panel.ts';
import { toLumaChroma } from './luma-chroma.ts';

/** Blends a text panel into one plane of a frame. */
interface PlanePanel {
  /** Overwrites the panel's part of the plane that starts at `start`. */
  blend(frame: Uint8Array, start: number): void;
}

/** The panel, ready for each plane of a frame. */
interface FramePanel {
  readonly luma: PlanePanel;
  readonly blue: PlanePanel;
  readonly red: PlanePanel;
}

const WHITE_LUMA = 235;
const NEUTRAL_CHROMA = 128;

/** Prepares a panel once for a whole video: per pixel, what stays of the frame and what is added to it. */
export function createFramePanel(panel: TextPanel, palette: Palette, frameWidth: number): FramePanel {
  const colour = toLumaChroma(...palette.panel);
  return {
    luma: preparePlane(panel, frameWidth, 1, colour.luma, WHITE_LUMA),
    blue: preparePlane(panel, frameWidth, 2, colour.blue, NEUTRAL_CHROMA),
    red: preparePlane(panel, frameWidth, 2, colour.red, NEUTRAL_CHROMA),
  };
}

/** @param spacing Pixels of the picture for one sample of the plane, in either direction. */
function preparePlane(
  panel: TextPanel,
  frameWidth: number,
  spacing: 1 | 2,
  panelValue: number,
  inkValue: number,
): PlanePanel {
  const stride = frameWidth / spacing;
  const left = Math.ceil(panel.left / spacing);
  const top = Math.ceil(panel.top / spacing);
  const width = Math.floor((panel.left + panel.width) / spacing) - left;
  const height = Math.floor((panel.top + panel.height) / spacing) - top;
  const kept = new Float32Array(width * height);
  const added = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const source = ((top + y) * spacing - panel.top) * panel.width + (left + x) * spacing - panel.left;
      const veil = (panel.veil[source] ?? 0) / 255;
      const ink = (panel.ink[source] ?? 0) / 255;
      kept[y * width + x] = (1 - veil) * (1 - ink);
      added[y * width + x] = panelValue * veil * (1 - ink) + inkValue * ink;
    }
  }
  return {
    blend(frame, start) {
      for (let y = 0; y < height; y++) {
        const row = start + (top + y) * stride + left;
        for (let x = 0; x < width; x++) {
          const index = y * width + x;
          frame[row + x] = (frame[row + x] ?? 0) * (kept[index] ?? 0) + (added[index] ?? 0);
        }
      }
    },
  };
}
