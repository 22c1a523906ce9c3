import { createScene } from '../picture/scene.ts';
import { createTextPanel, type PanelText } from '../picture/text-panel.ts';
import { createFramePanel } from './frame-panel.ts';
import { convertColours } from './luma-chroma.ts';
import type { VideoPlan } from './plan-video.ts';

/** Paints the frames of one video. */
export interface FramePainter {
  /** Paints a frame; the result (planar YUV 4:2:0) is the same buffer every time. */
  paint(index: number): Uint8Array;
}

const BAR_LUMA = 210;
const NEUTRAL_CHROMA = 128;

/**
 * Prepares the frames of a video: the landscape moves, the text stands still, and a bar at the lower edge shows how
 * much has passed.
 */
export function createFramePainter(plan: VideoPlan, text: PanelText, seed: number): FramePainter {
  const { width, height, fps, frameCount } = plan;
  const scene = createScene(width, height, text.prompt, seed);
  const colours = convertColours(scene.colours);
  const panelLayout = createTextPanel(width, height, text);
  const panel = panelLayout && createFramePanel(panelLayout, scene.palette, width);
  const heights = new Uint16Array(width);
  const frame = new Uint8Array((width * height * 3) / 2);
  const blueStart = width * height;
  const redStart = blueStart + blueStart / 4;
  const barHeight = height < 32 ? 0 : 2 * Math.max(1, Math.round(height / 240));

  const paintScene = (): void => {
    let chroma = 0;
    for (let y = 0; y < height; y++) {
      scene.readRow(y, heights);
      const row = y * width;
      for (let x = 0; x < width; x++) frame[row + x] = colours.luma[heights[x] ?? 0] ?? 0;
      if (y % 2 === 1) continue;
      for (let x = 0; x < width; x += 2) {
        const value = heights[x] ?? 0;
        frame[blueStart + chroma] = colours.blue[value] ?? 0;
        frame[redStart + chroma] = colours.red[value] ?? 0;
        chroma++;
      }
    }
  };

  const paintBar = (index: number): void => {
    const length = 2 * Math.round(((index + 1) / frameCount) * (width / 2));
    for (let y = height - barHeight; y < height; y++) {
      frame.fill(BAR_LUMA, y * width, y * width + length);
      const chroma = (y >> 1) * (width / 2);
      frame.fill(NEUTRAL_CHROMA, blueStart + chroma, blueStart + chroma + length / 2);
      frame.fill(NEUTRAL_CHROMA, redStart + chroma, redStart + chroma + length / 2);
    }
  };

  return {
    paint(index) {
      scene.moveTo(index / fps);
      paintScene();
      panel?.luma.blend(frame, 0);
      panel?.blue.blend(frame, blueStart);
      panel?.red.blend(frame, redStart);
      paintBar(index);
      return frame;
    },
  };
}
